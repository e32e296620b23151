import { cpus, release, totalmem, type } from 'node:os'
import pg from 'pg'
import type { Cores } from './cores.ts'

/** Where and when the run was, without which its figures say nothing. */
export async function describe(url: string, cores: Cores, pinned: boolean): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    const where = pinned
      ? `the load on core ${cores.load.join(', ')}, servers and PostgreSQL on ${cores.servers.join(', ')}`
      : 'nothing pinned'
    const model = cpus()[0]?.model.trim() ?? 'unknown processor'
    const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
    return [
      `${new Date().toISOString().slice(0, 16)}Z, ${type()} ${release()}, ${cpus().length} × ${model}, ${memory}`,
      `Node ${process.versions.node}, PostgreSQL ${rows[0]!.server_version}; ${where}`,
    ].join('\n')
  } finally {
    await client.end()
  }
}
