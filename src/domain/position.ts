/** A place in the journal of one installation, as it is on the wire: `epoch.number` or `epoch.number.ordinal`. */
export interface Position {
  /** Whose numbers these are; another installation, or this one before a restore from a backup, has another. */
  readonly epoch: string
  /** Of a transaction, in the order of the commits; 0 is before the first. */
  readonly number: number
  /** The last entry that was seen of that transaction; null when all of them were. */
  readonly ordinal: number | null
}

const FORM = /^([a-z0-9]{1,20})\.(\d{1,15})(?:\.(\d{1,9}))?$/

/** What `text` stands for, or undefined when it is no position of any installation. */
export function readPosition(text: string): Position | undefined {
  const [, epoch, number, ordinal] = FORM.exec(text) ?? []
  if (epoch === undefined) return undefined
  return { epoch, number: Number(number), ordinal: ordinal === undefined ? null : Number(ordinal) }
}

export function writePosition({ epoch, number, ordinal }: Position): string {
  return ordinal === null ? `${epoch}.${number}` : `${epoch}.${number}.${ordinal}`
}
