/**
 * C0 and C1 controls (tab and line breaks excepted), and the marks that turn the direction of what follows
 * (U+202A–202E, U+2066–2069). Left-to-right and right-to-left marks and joiners are ordinary text.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is there to find them
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

/** Whether PostgreSQL, a log line and a page can all hold this text as it is. */
export function isWellFormedText(text: string): boolean {
  return text.isWellFormed() && !FORBIDDEN.test(text)
}

const TURNING = /[\u202A-\u202E\u2066-\u2069]/

/** Why a text is not well formed; which character turns the direction is told, since nobody sees it. */
export function textFault(text: string) {
  if (isWellFormedText(text)) return undefined
  const turning = TURNING.exec(text)?.[0]
  if (turning === undefined) return { code: 'not_well_formed' } as const
  const character = `U+${turning.charCodeAt(0).toString(16).toUpperCase()}`
  return { code: 'direction_control', values: { character } } as const
}

/** The same value with every text in it composed (Unicode NFC), so that what looks the same is the same. */
export function composed<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T
  if (Array.isArray(value)) return value.map(composed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, composed(inner)])) as T
}

/** Whether a spreadsheet would run a cell; numbers stay numbers. */
export const isFormula = (cell: string): boolean =>
  /^[=+@\t\r＝＋－＠-]/.test(cell) && !/^-?[0-9]+([.][0-9]+)?$/.test(cell)
