import type { Duplex } from 'node:stream'
import type pg from 'pg'
import { DataRowMessage, type RowDescriptionMessage } from 'pg-protocol/dist/messages.js'
import { Parser } from 'pg-protocol/dist/parser.js'

/** A column of this name leaves the driver as it came: bytes that are sent on need not become text and bytes again. */
export const BYTES = 'json_bytes'

const DATA_ROW = 0x44

type Message = Parameters<Parameters<Parser['parse']>[1]>[0]

/** What a parser does with one message, which its types keep to themselves. */
interface Packets {
  handlePacket(offset: number, code: number, length: number, from: Buffer): Message
}

/** A parser of what PostgreSQL sends that leaves one column of a row alone. */
export function parserOfBytes(): Parser {
  const parser = new Parser()
  const packets = parser as unknown as Packets
  const read = packets.handlePacket.bind(parser)
  let column = -1
  packets.handlePacket = (offset, code, length, from) => {
    if (code === DATA_ROW && column !== -1) return rowWithBytes(offset, length, from, column)
    const message = read(offset, code, length, from)
    if (message.name === 'rowDescription')
      column = (message as RowDescriptionMessage).fields.findIndex(({ name }) => name === BYTES)
    return message
  }
  return parser
}

/** A row (PostgreSQL, Message Formats, DataRow): how many fields, and of each its length, -1 for null, and its bytes. */
function rowWithBytes(start: number, length: number, from: Buffer, column: number): Message {
  const count = from.readInt16BE(start)
  const fields: unknown[] = new Array(count)
  let offset = start + 2
  for (let index = 0; index < count; index += 1) {
    const size = from.readInt32BE(offset)
    offset += 4
    if (size === -1) {
      fields[index] = null
      continue
    }
    // A copy: the parser uses its memory again.
    fields[index] =
      index === column
        ? Buffer.from(from.subarray(offset, offset + size))
        : from.toString('utf8', offset, offset + size)
    offset += size
  }
  return new DataRowMessage(length, fields as string[])
}

/** Makes a connection that is not open yet read rows so. */
export function readBytes(connection: pg.Connection): void {
  const listening = connection as unknown as { attachListeners: (stream: Duplex) => void }
  listening.attachListeners = (stream) => {
    const parser = parserOfBytes()
    stream.on('data', (chunk: Buffer) =>
      parser.parse(chunk, (message) =>
        connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message),
      ),
    )
  }
}
