import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Actor, Role } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { sendPrivate } from './answer.ts'
import { negotiateLanguage } from './negotiate.ts'
import { problemBody } from './problem.ts'
import { extensible, nullable, open } from './schema.ts'

/** One action, and what the caller would meet who asked for it now. */
export interface Action {
  readonly action: string
  /** What it would lead to; null where it leads nowhere from here. */
  readonly to_status: string | null
  readonly refusal: DomainError | undefined
}

/** The schema of every action of a kind of record, possible or not. */
export const actionsOf = ($id: string, actions: readonly string[], statuses: readonly string[]) =>
  open(
    {
      data: Type.Array(
        open({
          action: extensible(actions, 'What may be asked for at `/transitions`'),
          to_status: nullable(extensible(statuses, 'What it would lead to')),
          possible: Type.Boolean({ description: 'Whether the caller may do it now' }),
          refusal: nullable(
            open({
              code: Type.String({ description: 'Of the problem that it would meet' }),
              detail: Type.String({ description: 'Why, in the language of Content-Language' }),
            }),
          ),
        }),
      ),
    },
    { $id },
  )

/** Answers with every action; a refusal by its first fault, where it has any. */
export async function sendActions(
  request: FastifyRequest,
  reply: FastifyReply,
  actions: readonly Action[],
): Promise<FastifyReply> {
  const language = negotiateLanguage(request.headers)
  const told = (refusal: DomainError) => {
    const { code, detail, errors } = problemBody(refusal, language, '', '')
    return { code, detail: errors?.[0]?.detail ?? detail ?? '' }
  }
  const data = actions.map(({ refusal, ...action }) => ({
    ...action,
    possible: refusal === undefined,
    refusal: refusal === undefined ? null : told(refusal),
  }))
  reply.header('content-language', language)
  return await sendPrivate(reply, JSON.stringify({ data }))
}

/** Why somebody may not write at all, as the routes that write would say. */
export function refusalOfCaller(actor: Actor | null, roles: readonly Role[]): DomainError | undefined {
  if (actor === null) return new DomainError('unauthenticated')
  if (!roles.some((role) => actor.roles.includes(role)))
    return new DomainError('forbidden', { values: { roles: roles.join(', ') } })
  if (!actor.scopes.includes('write')) return new DomainError('missing_scope', { values: { scope: 'write' } })
  return undefined
}

/** What a rule refuses with. */
export async function refusalBy(check: () => unknown): Promise<DomainError | undefined> {
  try {
    await check()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  return undefined
}
