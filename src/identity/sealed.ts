import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Of KEY_SECRET, for this use alone. */
const keyFrom = (keySecret: string) =>
  Buffer.from(hkdfSync('sha256', keySecret, '', 'infitah sealed secrets', 32))

/**
 * A secret that has to be read again, as the database may hold it.
 *
 * @param owner the id of its row: moved to another row it cannot be opened
 */
export function seal(keySecret: string, owner: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyFrom(keySecret), nonce).setAAD(Buffer.from(owner))
  const sealed = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(sealed).toString('base64url')
}

/** The secret, or undefined when it was sealed under another KEY_SECRET or for another row. */
export function unseal(keySecret: string, owner: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv(ALGORITHM, keyFrom(keySecret), bytes.subarray(0, NONCE_BYTES))
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES))
    return (
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return undefined
  }
}
