import type { FastifyInstance } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { DomainError } from '../domain/errors.ts'
import { faultsOf, type ValidationFault } from './faults.ts'

/**
 * Holds a document that a patch made to its schema, as a body is.
 *
 * @returns a function that gives the document back, or throws `invalid_request` with every fault
 */
export function documentValidator<T extends TSchema>(app: FastifyInstance, schema: T) {
  let validate: ((value: unknown) => unknown) & { errors?: ValidationFault[] | null }
  app.addHook('onReady', async () => {
    validate = app.validatorCompiler!({
      schema,
      method: 'PATCH',
      url: '',
      httpPart: 'body',
    } as never) as typeof validate
  })
  return (document: unknown): Static<T> => {
    if (validate(document)) return document as Static<T>
    throw new DomainError('invalid_request', { faults: faultsOf(validate.errors ?? [], 'body') })
  }
}
