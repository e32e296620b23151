import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { plantAdoptedPlan } from './adopted.ts'
import { startApp } from './app.ts'
import { plantPlan } from './plans.ts'
import { roleIdentity } from './roles.ts'
import { plantEndpoint } from './webhooks.ts'

/** The service whose answers are the contract's examples: all that is random in it is made the same. */
export async function exampleApp(t: Pick<Test, 'teardown'>): Promise<FastifyInstance> {
  const { app, db } = await startApp(t, { identity: roleIdentity })
  await plantPlan({ db })
  await plantAdoptedPlan({ db })
  await plantEndpoint({ db })
  await db.updateTable('installation').set({ epoch: 'example' }).execute()
  return app
}
