// JavaScript, since what strips the types off the first file, before there is a cache, takes 80 ms and 10 MB.
import { enableCompileCache } from 'node:module'

// Before anything else is loaded: a warm start then compiles nothing.
enableCompileCache()
await import('./packed.js')
const { run } = await import('./process.ts')
await run()
