import { Readable } from 'node:stream'
import type pg from 'pg'

const CHUNK_BYTES = 16_384
const [CR, LF] = Buffer.from('\r\n')

/**
 * What a COPY to standard output says, in pieces of 16 KB. The protocol brings each row as a message of its own, so that
 * its end is known without a look at what is in it.
 */
export class CopyOut extends Readable implements pg.Submittable {
  readonly text: string
  readonly #crlf: boolean
  #connection: pg.Connection | undefined
  #piece = Buffer.allocUnsafe(CHUNK_BYTES)
  #used = 0

  /** @param crlf ends rows with CRLF, as RFC 4180 has it, and leaves alone the line breaks within a cell */
  constructor(text: string, crlf: boolean) {
    super({ highWaterMark: CHUNK_BYTES })
    this.text = text
    this.#crlf = crlf
  }

  override _read(): void {
    this.#connection?.stream.resume()
  }

  submit(connection: pg.Connection): void {
    this.#connection = connection
    connection.query(this.text)
  }

  handleCopyData({ chunk: row }: { chunk: Buffer }): void {
    const length = row.length + (this.#crlf ? 1 : 0)
    if (this.#used + length > this.#piece.length) this.#give(length)
    row.copy(this.#piece, this.#used)
    this.#used += length
    if (this.#crlf) {
      this.#piece[this.#used - 2] = CR!
      this.#piece[this.#used - 1] = LF!
    }
  }

  handleCommandComplete(): void {
    this.#give(0)
    this.push(null)
    // The end of it is still to be read, whether or not anybody reads the rows.
    this.#connection?.stream.resume()
  }

  handleReadyForQuery(): void {}

  handleError(error: Error): void {
    this.destroy(error)
  }

  /** @param next how much room the next row takes */
  #give(next: number): void {
    const piece = this.#piece.subarray(0, this.#used)
    this.#piece = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, next))
    this.#used = 0
    if (piece.length > 0 && !this.push(piece)) this.#connection?.stream.pause()
  }
}
