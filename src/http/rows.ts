import { Transform } from 'node:stream'

/** Puts text in front of a stream. */
export function startingWith(text: string): Transform {
  let started = false
  return new Transform({
    transform(chunk, _, done) {
      if (!started) this.push(text)
      started = true
      done(null, chunk)
    },
    flush(done) {
      if (!started) this.push(text)
      done()
    },
  })
}

const NEWLINE = 0x0a

/** Lines of JSON as the elements of an array that `before` opens and `after` closes. */
export function asArray(before: string, after: string): Transform {
  let started = false
  let held = false
  return new Transform({
    transform(chunk: Buffer, _, done) {
      let text = chunk.toString('latin1')
      if (held) text = `\n${text}`
      held = chunk.at(-1) === NEWLINE
      if (held) text = text.slice(0, -1)
      if (!started) this.push(before)
      started = true
      done(null, Buffer.from(text.replaceAll('\n', ',\n'), 'latin1'))
    },
    flush(done) {
      if (!started) this.push(before)
      this.push(after)
      done()
    },
  })
}
