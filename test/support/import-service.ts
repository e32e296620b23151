// A service with its job queue in a process of its own, to be killed: the URL of its database is the argument.

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { startJobs } from '../../src/db/jobs.ts'
import { openFileStore } from '../../src/files/store.ts'
import { CRONS, tasks } from '../../src/jobs.ts'
import { roleIdentity } from './roles.ts'

const url = process.argv[2]!
const clock = () => new Date()
const pool = openPool(url, { poolSize: 6, statementTimeoutMs: 10_000, onError: () => {} })
const db = openDatabase(pool)
const files = await openFileStore(join(tmpdir(), 'infitah-import-service'), undefined, Date.now())
const app = await buildApp({ db, pool, clock, files, identity: roleIdentity })
const nothing = () => {}
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
await startJobs(url, tasks({ db, pool, clock, files }), CRONS, log)
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.((app.server.address() as { port: number }).port)
