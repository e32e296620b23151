/**
 * Codes as people write them, and what they stand for.
 *
 * HCP geographic codes are `RR` (region), `RR.PPP` (prefecture or province) and `RR.PPP.CC.NN` (commune); six
 * cities divided into arrondissements have `RR.PPP.CC.N`. Spreadsheets drop the dots, a leading zero, or add a dot.
 */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const ISO = /^MA-?([0-9]{2}|[A-Z]{3})$/i
/** Arabic-Indic and extended Arabic-Indic digits. */
const EASTERN_DIGITS = /[٠-٩۰-۹]/g

export type Reference =
  | { kind: 'id'; id: string }
  /** The readings of a code, the likeliest first. */
  | { kind: 'code'; scheme: 'hcp' | 'iso-3166-2'; values: string[] }
  /** Another system's own number, `scheme:value`. */
  | { kind: 'identifier'; scheme: string; value: string }

/** What `text` can stand for, or undefined when it has the form of no id and no code. */
export function readReference(text: string): Reference | undefined {
  const trimmed = text.trim()
  if (UUID.test(trimmed)) return { kind: 'id', id: trimmed.toLowerCase() }
  const iso = ISO.exec(trimmed)
  if (iso !== null) return { kind: 'code', scheme: 'iso-3166-2', values: [`MA-${iso[1]!.toUpperCase()}`] }
  const values = hcpReadings(trimmed)
  return values.length === 0 ? undefined : { kind: 'code', scheme: 'hcp', values }
}

/** As readReference, and also `scheme:value`, whose scheme `hcp` or `iso-3166-2` reads the value as a code. */
export function readIdentifier(text: string): Reference | undefined {
  const colon = text.indexOf(':')
  if (colon < 1) return undefined
  const scheme = text.slice(0, colon)
  const value = text.slice(colon + 1).trim()
  if (value === '') return undefined
  if (scheme !== 'hcp' && scheme !== 'iso-3166-2') return { kind: 'identifier', scheme, value }
  const reference = readReference(value)
  return reference?.kind === 'code' && reference.scheme === scheme ? reference : undefined
}

function hcpReadings(text: string): string[] {
  const western = text.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) % 16))
  if (!/^[0-9]+([. ][0-9]+)*[. ]*$/.test(western)) return []
  const parts = western.split(/[. ]+/).filter((part) => part !== '')
  const readings = parts.length > 1 ? [partsRead(parts)] : digitsRead(parts[0]!)
  return readings.filter((reading): reading is string => reading !== undefined)
}

/** Dotted: each part gets its zeros back. */
function partsRead([region, province, circle, commune, ...more]: string[]): string | undefined {
  if (region === undefined || region.length > 2 || province === undefined || province.length > 3)
    return undefined
  const council = `${region.padStart(2, '0')}.${province.padStart(3, '0')}`
  if (circle === undefined) return council
  if (circle.length > 2 || commune === undefined || commune.length > 2 || more.length > 0) return undefined
  // `.01.0` is the commune of one of the six cities, not a lost zero.
  return `${council}.${circle.padStart(2, '0')}.${commune === '0' ? '0' : commune.padStart(2, '0')}`
}

/** Undotted: by length, with or without the first zero. */
function digitsRead(digits: string): (string | undefined)[] {
  return [dotted(digits), dotted(`0${digits}`)]
}

function dotted(digits: string): string | undefined {
  const parts = /^(\d{2})(?:(\d{3})(?:(\d{2})(\d{1,2}))?)?$/.exec(digits)?.slice(1)
  return parts?.filter((part) => part !== undefined).join('.')
}
