import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestCluster } from '../test/support/cluster.ts'

/** A copy of the loaded template, with statistics, so that no analysis starts in the middle of a measurement. */
export async function benchDatabase({ environment }: TestCluster): Promise<string> {
  const { TEST_ADMIN_URL: admin, TEST_TEMPLATE: template } = environment
  const name = `bench_${randomBytes(6).toString('hex')}`
  await run(admin, `create database ${name} template ${template} strategy file_copy`)
  const url = new URL(admin)
  url.pathname = name
  await run(url.href, 'vacuum analyze')
  return url.href
}

export async function dropDatabase({ environment }: TestCluster, url: string): Promise<void> {
  await run(environment.TEST_ADMIN_URL, `drop database ${new URL(url).pathname.slice(1)} with (force)`)
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
