import { enableCompileCache } from 'node:module'

// Before anything else is loaded: a warm start then compiles nothing.
enableCompileCache()
const { run } = await import('./process.ts')
await run()
