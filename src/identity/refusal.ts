import { DomainError } from '../domain/errors.ts'
import { faultText, type MessageKey, type MessageValues } from '../domain/messages.ts'

/**
 * Credentials that do not hold: 401 with the challenge of RFC 6750 §3. The reason helps the developer who sent them,
 * and tells nothing that they did not send themselves.
 *
 * @param code whose English text is plain ASCII without `"` and `\`, since it stands in a header
 */
export function refused(code: MessageKey, values: MessageValues = {}): DomainError {
  const reason = faultText(code, values, 'en')
  return new DomainError('unauthenticated', {
    headers: {
      'www-authenticate': `Bearer realm="infitah", error="invalid_token", error_description="${reason}"`,
    },
    faults: [{ at: { header: 'Authorization' }, code, values }],
  })
}
