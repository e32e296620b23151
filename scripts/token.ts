// Prints a development token, alone on standard output: `npm run -s token -- --role association`.
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { ROLES, type Role } from '../src/domain/actor.ts'
import { readReference } from '../src/domain/codes.ts'
import { developmentToken, whyNoDevelopmentIssuer } from '../src/identity/development.ts'

try {
  const { values } = parseArgs({
    options: {
      role: { type: 'string', multiple: true, default: [] },
      collectivity: { type: 'string', multiple: true, default: [] },
      subject: { type: 'string', default: 'developer' },
      hours: { type: 'string', default: '8' },
    },
  })
  const config = readConfig(process.env)
  const refusal = whyNoDevelopmentIssuer(config) ?? faultIn(values)
  if (refusal !== undefined) throw new Error(refusal)
  const { role, collectivity, subject, hours } = values
  const claims = { subject, roles: role as Role[], collectivities: collectivity }
  console.log(await developmentToken(config, claims, new Date(), Number(hours)))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

function faultIn(values: { role: string[]; collectivity: string[]; hours: string }): string | undefined {
  const unknown = values.role.find((role) => !ROLES.includes(role as Role))
  if (unknown !== undefined || values.role.length === 0)
    return `${unknown === undefined ? 'Name a role' : `"${unknown}" is no role`}: --role with one of ${ROLES.join(', ')}.`
  const unreadable = values.collectivity.find((text) => readReference(text) === undefined)
  if (unreadable !== undefined) return `"${unreadable}" is no id and no code of a collectivity, as 09.541 is.`
  const hours = Number(values.hours)
  return hours > 0 && hours <= 24 ? undefined : '--hours takes a number above 0, up to 24.'
}
