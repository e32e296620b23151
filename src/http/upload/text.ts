import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { DomainError } from '../../domain/errors.ts'

export const ENCODINGS = ['utf-8', 'windows-1252', 'windows-1256', 'utf-16le'] as const
export type Encoding = (typeof ENCODINGS)[number]

/**
 * Bytes as text, without a byte order mark. Nothing is ever replaced: what has no meaning in the encoding is refused.
 * Where none is asked for, a byte order mark says the encoding; else the first bytes beyond ASCII are looked at, since
 * all that comes before them is the same in each.
 *
 * @param into told the encoding, for sure when all has been read
 * @throws {DomainError} `invalid_request` with the line of what cannot be read
 */
export async function* decoded(
  bytes: AsyncIterable<Buffer>,
  asked: Encoding | undefined,
  into: { encoding: Encoding },
): AsyncGenerator<string> {
  let encoding = asked
  let decode: ((piece: Buffer) => string | undefined) | undefined
  let line = 1
  let first = true
  for await (const piece of wholeCharacters(bytes)) {
    const mark = first ? markOf(piece) : undefined
    first = false
    encoding ??= mark?.encoding ?? (isAscii(piece) ? undefined : guessed(piece))
    const body = mark !== undefined && mark.encoding === encoding ? piece.subarray(mark.length) : piece
    into.encoding = encoding ?? 'utf-8'
    decode ??= encoding && decoder(encoding)
    const text = decode === undefined ? body.toString('latin1') : decode(body)
    if (text === undefined) throw notWellFormed(line + linesBefore(body))
    const nul = text.indexOf('\0')
    if (nul !== -1) throw notWellFormed(line + text.slice(0, nul).split('\n').length - 1)
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line += 1
    if (text !== '') yield text
  }
}

const notWellFormed = (row: number) =>
  new DomainError('invalid_request', { faults: [{ at: { row }, code: 'not_well_formed' }] })

/** @returns a function that gives undefined for what is not in the encoding */
function decoder(encoding: Encoding): (piece: Buffer) => string | undefined {
  if (encoding === 'utf-8') return (piece) => (isUtf8(piece) ? piece.toString() : undefined)
  const stateful = iconv.getDecoder(encoding, { stripBOM: false })
  return (piece) => {
    const text = stateful.write(piece)
    return text.includes('\uFFFD') ? undefined : text
  }
}

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf], length: 3 },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe], length: 2 },
] as const

const markOf = (piece: Buffer) => MARKS.find(({ bytes }) => bytes.every((byte, at) => piece[at] === byte))

/** Letters of windows-1256, and the letters with accents of windows-1252. */
const isLetter = (byte: number) => byte >= 0xc0

/**
 * UTF-8 when more of it can be read than not, so that a broken file is not taken for another encoding. Else by the
 * company of the bytes: Arabic letters stand together, French ones with an accent stand alone or in twos.
 */
function guessed(piece: Buffer): Encoding {
  const beyond = piece.toString().replaceAll(/[\0-\x7f]/g, '')
  const unreadable = beyond.length - beyond.replaceAll('\uFFFD', '').length
  if (unreadable < beyond.length / 2) return 'utf-8'
  let [together, alone] = [0, 0]
  for (let at = 0; at < piece.length; at += 1) {
    let end = at
    while (end < piece.length && isLetter(piece[end]!)) end += 1
    if (end - at > 2) together += end - at
    else alone += end - at
    at = Math.max(at, end)
  }
  return together > alone ? 'windows-1256' : 'windows-1252'
}

/** Line breaks before the first line that is not UTF-8. */
function linesBefore(piece: Buffer): number {
  let lines = 0
  for (let start = 0; ; lines += 1) {
    const end = piece.indexOf('\n', start)
    if (end === -1 || !isUtf8(piece.subarray(start, end))) return lines
    start = end + 1
  }
}

/** Cuts the bytes anew, so that no character of UTF-8 is in two pieces. */
async function* wholeCharacters(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const piece = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = piece.length - unfinished(piece)
    rest = piece.subarray(end)
    if (end > 0) yield piece.subarray(0, end)
  }
  if (rest.length > 0) yield rest
}

/** How many bytes at the end begin a character that does not end there; 0 to 3. */
function unfinished(piece: Buffer): number {
  for (let back = 1; back <= 3 && back <= piece.length; back += 1) {
    const byte = piece[piece.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}
