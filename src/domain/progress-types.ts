/** How far a commitment has come, as its member says. */
export const STAGES = ['not_started', 'started', 'substantial', 'completed'] as const
export type Stage = (typeof STAGES)[number]

/** How far a commitment has come, as others find: the scale of the Open Government Partnership. */
export const OGP_COMPLETIONS = [
  'no_evidence_available',
  'not_started',
  'limited',
  'substantial',
  'complete',
] as const
export type OgpCompletion = (typeof OGP_COMPLETIONS)[number]

/** Not done by a day that comes within so many days, and nothing heard for so many: see docs/adr/0015. Reckoned in the
 * database, by `commitment_standing_reckoned`, which says so once more. */
export const AT_RISK = { dueWithinDays: 60, silentForDays: 90 } as const
