import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import type { Deps } from '../../src/app.ts'
import { plantAdoptedPlan } from './adopted.ts'
import { type Service, startApp } from './app.ts'
import { plantPlan } from './plans.ts'
import { roleIdentity } from './roles.ts'
import { plantVintage } from './snapshots.ts'
import { plantEndpoint } from './webhooks.ts'

/** The service whose answers are the contract's examples: all that is random in it is made the same. */
export async function exampleService(t: Pick<Test, 'teardown'>, deps: Partial<Deps> = {}): Promise<Service> {
  const service = await startApp(t, { identity: roleIdentity, contract: true, ...deps })
  await plantPlan(service)
  await plantAdoptedPlan(service)
  await plantEndpoint(service)
  await service.db.updateTable('installation').set({ epoch: 'example' }).execute()
  await plantVintage(service)
  return service
}

export const exampleApp = async (t: Pick<Test, 'teardown'>): Promise<FastifyInstance> =>
  (await exampleService(t)).app
