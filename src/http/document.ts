import type { FastifyInstance } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { DomainError, type Fault } from '../domain/errors.ts'
import { faultsOf, type ValidationFault } from './faults.ts'

/**
 * Holds a document that a patch made to its schema, as a body is.
 *
 * @returns a function that gives the document back, or throws `invalid_request` with every fault
 */
export function documentValidator<T extends TSchema>(app: FastifyInstance, schema: T) {
  const faultsIn = faultFinder(app, schema)
  return (document: unknown): Static<T> => {
    const faults = faultsIn(document)
    if (faults.length > 0) throw new DomainError('invalid_request', { faults })
    return document as Static<T>
  }
}

/** @returns a function that tells every fault of a document, held to its schema as a body is */
export function faultFinder(app: FastifyInstance, schema: TSchema): (document: unknown) => Fault[] {
  let validate: ((value: unknown) => unknown) & { errors?: ValidationFault[] | null }
  app.addHook('onReady', async () => {
    validate = app.validatorCompiler!({
      schema,
      method: 'PATCH',
      url: '',
      httpPart: 'body',
    } as never) as typeof validate
  })
  return (document) => (validate(document) ? [] : faultsOf(validate.errors ?? [], 'body'))
}
