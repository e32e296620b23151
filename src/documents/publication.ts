import type { Fault } from '../domain/errors.ts'

interface Facts {
  readonly kind: string
  readonly title: { readonly [language: string]: string | null | undefined }
  readonly published: boolean
  readonly legal_basis?: string | null | undefined
}

/**
 * What stands against a document's being as it is said to be. Names of those present are never published, and an
 * image of people only on a legal basis.
 *
 * @param at tells where in the request a field is
 * @see law 09-08
 */
export function documentFaults(facts: Facts, at: (field: string) => Fault['at']): Fault[] {
  const faults: Fault[] = []
  if (Object.values(facts.title).every((text) => !text))
    faults.push({ at: at('title'), code: 'title_required' })
  if (facts.published && facts.kind === 'attendance_sheet')
    faults.push({ at: at('published'), code: 'names_not_published' })
  if (facts.published && facts.kind === 'photograph' && !facts.legal_basis)
    faults.push({ at: at('legal_basis'), code: 'image_needs_basis' })
  return faults
}
