import { isDeepStrictEqual } from 'node:util'

export type Form = 'list' | 'one' | 'csv' | 'constant'

/** @throws when the control's answer holds other data than the service's, or either not as many records as it must */
export function requireSameData(
  form: Form,
  ours: Uint8Array,
  theirs: Uint8Array,
  records: number,
  control: string,
): void {
  const [left, right] = [dataIn(form, ours), dataIn(form, theirs)]
  if (!isDeepStrictEqual(left, right)) throw new Error(`${control} answers with other data than the service`)
  if (left.length !== records)
    throw new Error(`the answer holds ${left.length} records instead of ${records}`)
}

function dataIn(form: Form, body: Uint8Array): unknown[] {
  const text = Buffer.from(body).toString()
  // The service ends its lines as RFC 4180 says, COPY with a line feed alone.
  if (form === 'csv') return text.split(/\r?\n/).slice(1, -1)
  const answer = JSON.parse(text) as { data: unknown[] }
  return form === 'list' ? answer.data : [answer]
}
