import { Transform } from 'node:stream'

/** Ends the records of a CSV with CRLF, as RFC 4180 has it, and leaves alone the line breaks within a quoted cell. */
export function crlf(): Transform {
  let quoted = false
  return new Transform({
    transform(chunk: Buffer, _, done) {
      // Latin-1 keeps every byte as it is, whatever UTF-8 they are part of.
      const pieces = chunk.toString('latin1').split('"')
      const mended = pieces.map((piece, index) => {
        if (index > 0) quoted = !quoted
        return quoted ? piece : piece.replaceAll('\n', '\r\n')
      })
      done(null, Buffer.from(mended.join('"'), 'latin1'))
    },
  })
}
