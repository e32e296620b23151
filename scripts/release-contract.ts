// Keeps the contract as it is now as that of its version, unless it breaks clients of the one before without saying so.
import { copyFileSync, mkdirSync } from 'node:fs'
import { CURRENT, newestReleased, RELEASED, readContract, releaseFaults } from './contract/released.ts'

const now = readContract(CURRENT)
const released = newestReleased()
const faults = releaseFaults(released, now)
if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  console.error(`\nNot released: ${faults.length} against ${released!.info.version}`)
  process.exitCode = 1
} else {
  mkdirSync(RELEASED, { recursive: true })
  copyFileSync(CURRENT, new URL(`${now.info.version}.json`, RELEASED))
  console.log(`openapi/released/${now.info.version}.json: commit it with the release`)
}
