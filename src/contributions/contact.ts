import type { Fault } from '../domain/errors.ts'
import type { NewContribution } from './schema.ts'

/** That there is something to reach somebody by, and a name where one is to be shown. */
export function contactFaults(contact: NewContribution['contact']): Fault[] {
  if (!contact) return []
  const { name, email, publish_name } = contact
  return [
    ...(name || email ? [] : [{ at: { pointer: '/contact' }, code: 'name_or_email' } as const]),
    ...(publish_name && !name ? [{ at: { pointer: '/contact/name' }, code: 'required' } as const] : []),
  ]
}
