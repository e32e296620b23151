import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Test } from 'tap'

/** Gives a test file a database of its own, migrated and loaded, and drops it when the test ends. */
export async function freshDatabase(t: Pick<Test, 'teardown'>): Promise<{ url: string }> {
  const { TEST_ADMIN_URL: admin, TEST_TEMPLATE: template } = process.env
  if (!admin || !template) {
    throw new Error('This test needs a database: run it with `npm test -- path/of/the.test.ts`')
  }
  const name = `test_${randomBytes(8).toString('hex')}`
  await withClient(admin, async (client) => {
    // Copying files is twice as fast as the default, which writes every page to the log.
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  })
  t.teardown(() =>
    withClient(admin, async (client) => {
      await client.query(`drop database ${name} with (force)`)
    }),
  )
  const url = new URL(admin)
  url.pathname = name
  return { url: url.href }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
