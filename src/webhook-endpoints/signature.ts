import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A new secret, as Standard Webhooks writes one: 256 random bits. */
export const makeSecret = () => PREFIX + randomBytes(32).toString('base64')

/**
 * The headers of Standard Webhooks 1.0: whoever holds one of the secrets can tell that the message is ours, and when it
 * was sent.
 *
 * @param id the same for each attempt at one message
 * @param secrets during a rotation the new one and the one before
 */
export function signed(id: string, at: Date, body: string, secrets: readonly string[]) {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
