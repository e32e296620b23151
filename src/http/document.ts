import type { Static, TSchema } from 'typebox'
import { DomainError, type Fault } from '../domain/errors.ts'
import { faultIn } from './body.ts'
import { faultsOf, type ValidationFault } from './faults.ts'
import { buildValidator } from './validator.ts'

/**
 * Holds a document that a patch made to its schema, as a body is.
 *
 * @param schema whole, without references to others
 * @returns a function that gives the document back, or throws `invalid_request` with every fault
 */
export function documentValidator<T extends TSchema>(schema: T) {
  const faultsIn = faultFinder(schema)
  return (document: unknown): Static<T> => {
    const faults = faultsIn(document)
    if (faults.length > 0) throw new DomainError('invalid_request', { faults })
    return document as Static<T>
  }
}

type Validate = ((value: unknown) => unknown) & { errors?: ValidationFault[] | null }

/** @returns a function that tells every fault of a document, held to its schema as a body is */
export function faultFinder(schema: TSchema): (document: unknown) => Fault[] {
  const compile = buildValidator({})
  const validate = compile({ schema, method: 'PATCH', url: '', httpPart: 'body' } as never) as Validate
  return (document) => {
    // What came in a cell of a table has not been looked at as a body is.
    const wrong = faultIn(document)
    if (wrong !== undefined) return [wrong]
    return validate(document) ? [] : faultsOf(validate.errors ?? [], 'body')
  }
}
