import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DomainError } from '../domain/errors.ts'
import { RULES } from '../domain/law.ts'
import { COLLECTIVITY_TYPES } from '../domain/register-types.ts'
import { sendRecord } from '../http/answer.ts'
import {
  answerHeaders,
  listParameters,
  notModified,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, Day, fieldPaths, Id, ref, sharedObjects, strict, words } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import { answerWrite, idempotencyHeader } from '../http/write.ts'
import { addLegalRule } from './commands.ts'
import { findLegalRule, legalRules, SORTS, type Sort } from './queries.ts'
import { LegalBasis, LegalRule, NewLegalRule } from './schema.ts'

const Page = pageOf(LegalRule, 'LegalRulePage', false)

const { q, include, format, ...every } = listParameters({
  sorts: SORTS,
  fields: fieldPaths(LegalRule, sharedObjects),
  includes: ['none'],
})

const listQuery = parameters({
  ...every,
  ...tableFormat,
  council_type: commaList(words(COLLECTIVITY_TYPES, 'Whose councils'), 'Any of these'),
  rule: commaList(words(RULES, 'Rule'), 'Any of these'),
  in_force_on: Type.Optional(
    Type.Unsafe<string>({ ...Day, description: 'Only the versions in force on this day' }),
  ),
})

const one = {
  description: 'The version',
  headers: answerHeaders,
  content: { [MEDIA_TYPES.json]: { schema: ref(LegalRule) } },
}

/** The law on councils as data: what everything that is computed from it rests on. */
export const legalRuleRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [LegalBasis, LegalRule, NewLegalRule, Page]) app.addSchema(schema)

  app.get(
    '/legal-rules',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listLegalRules',
        summary: 'The rules of law on council sessions and votes',
        description:
          'Organic laws 111-14 (regions), 112-14 (prefectures and provinces) and 113-14 (communes), version by version, each with its article. Later amendments of the laws have not been checked.',
        tags: ['law'],
        querystring: listQuery,
        response: {
          200: tableResponse(Page, 'The versions that the filters keep'),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const filters = {
        ...(query.council_type && { councilType: query.council_type }),
        ...(query.rule && { rule: query.rule }),
        ...(query.in_force_on && { asOf: query.in_force_on }),
        ...(query.modified_since && { modifiedSince: query.modified_since }),
      }
      const list = legalRules(filters, (query.sort ?? []) as Sort[], query.fields)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )

  app.get(
    '/legal-rules/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getLegalRule',
        summary: 'One version of one rule',
        description: 'A version that is no longer in force stays: what was done under it was done under it.',
        tags: ['law'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: one,
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await readFrom(
        request,
        reading,
        async ({ db }) => await findLegalRule(db, request.params.id),
      )
      if (found === undefined) throw new DomainError('not_found')
      return await sendRecord(request, reply, reading, format, found)
    },
  )

  app.post(
    '/legal-rules',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'addLegalRule',
        summary: 'Add a version of a rule',
        description:
          'When the law changes. The version in force before ends the day before this one begins. For `admin`.',
        tags: ['law'],
        headers: idempotencyHeader,
        body: ref(NewLegalRule),
        response: {
          201: { ...one, description: 'Added' },
          ...problems(
            'invalid_request',
            'unauthenticated',
            'forbidden',
            'duplicate',
            'idempotency_in_progress',
            'unprocessable',
            'idempotency_mismatch',
            'unsupported_media_type',
            'payload_too_large',
            'rate_limited',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const id = await addLegalRule(writing, request.body)
        const { revision, json: body } = (await findLegalRule(writing.trx, id))!
        return { status: 201, location: `/v1/legal-rules/${id}`, revision, body }
      }),
  )
}
