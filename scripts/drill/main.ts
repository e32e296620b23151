// Runs a drill, or lists them: `npm run drill -- [NAME [ARGUMENTS]]`. Each file beside this one is a drill and exports `drill`.
import { readdirSync } from 'node:fs'
import type { Drill } from './support/drill.ts'
import { Skipped } from './support/drill.ts'

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()
const load = async (name: string) => ((await import(`./${name}.ts`)) as { drill: Drill }).drill

const [name, ...args] = process.argv.slice(2)
if (name === undefined) {
  for (const each of names) console.log(`${each.padEnd(12)} ${(await load(each)).about}`)
} else if (!names.includes(name)) {
  console.error(`no drill ${name}; there are ${names.join(', ')}`)
  process.exitCode = 1
} else {
  try {
    await (await load(name)).run(args)
    console.log('ok')
  } catch (error) {
    if (error instanceof Skipped) console.log(`skipped: ${error.message}`)
    else {
      console.log(`failed: ${error instanceof Error ? error.stack : String(error)}`)
      process.exitCode = 1
    }
  }
  // A drill leaves nothing running; what it left all the same must not keep this from ending.
  process.exit()
}
