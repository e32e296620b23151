import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { civilDay } from '../domain/clock.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import { COLLECTIVITY_TYPES } from '../domain/register-types.ts'
import { sendText } from '../http/answer.ts'
import {
  answerHeaders,
  asOfParameter,
  featureOne,
  featuresOf,
  listParameters,
  listResponse,
  notModified,
  pageOf,
  parameters,
  sendList,
  viewParameters,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, Day, fieldPaths, Id, ref, strict, words } from '../http/schema.ts'
import type { Asked } from '../register/queries.ts'
import { CERTAINTIES, MEMBER_STATUSES, registerObjects } from '../register/schema.ts'
import { findMember, members, SORTS, type Sort } from './queries.ts'
import { INCLUDES, Member } from './schema.ts'

const Page = pageOf(Member, 'MemberPage')
const Features = featuresOf(Member, 'MemberFeatures')
const One = featureOne(Member, 'MemberFeature')

const fields = fieldPaths(Member, registerObjects).filter((path) => !path.startsWith(INCLUDES[0]))

const codes = (of: string) =>
  commaList(Type.String({ format: 'collectivity', maxLength: 40 }), `${of}: ids or codes, any of them`)

const listQuery = parameters({
  ...listParameters({ sorts: SORTS, fields, includes: INCLUDES }),
  as_of: asOfParameter,
  type: commaList(words(COLLECTIVITY_TYPES, 'Kind of collectivity'), 'Any of these'),
  region: codes('Region, and all within'),
  province: codes('Province or prefecture, and its communes'),
  collectivity: codes('The collectivity itself'),
  wave: commaList(Type.Integer({ minimum: 1, maximum: 1_000 }), 'Waves of admission, any of them'),
  status: commaList(words(MEMBER_STATUSES, 'Status on `as_of`'), 'Any of these'),
  certainty: commaList(words(CERTAINTIES, 'Whether the status is sure on `as_of`'), 'Any of these'),
  joined_on_gte: Type.Optional(
    Type.Unsafe<string>({
      ...Day,
      description: 'Joined on this day or later, by the first day of an imprecise date',
    }),
  ),
  joined_on_lte: Type.Optional(
    Type.Unsafe<string>({
      ...Day,
      description: 'Joined by this day for sure: the whole of an imprecise date is past',
    }),
  ),
})

const oneQuery = parameters({
  ...viewParameters({ fields, includes: INCLUDES }),
  format: Type.Optional(words(['json', 'geojson'], 'Instead of `Accept`')),
  as_of: asOfParameter,
})

const asked = (
  parameter: string,
  texts: readonly string[] | undefined,
): { [name: string]: readonly Asked[] } =>
  texts === undefined
    ? {}
    : { [parameter]: texts.map((text) => ({ parameter, text, reference: readReference(text)! })) }

/** The episodes of membership in the network. */
export const memberRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [Member, Page, Features, One]) app.addSchema(schema)

  app.get(
    '/members',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listMembers',
        summary: 'The members of the network as of a day',
        description:
          'Episodes that have begun by the end of `as_of`, for sure or possibly; `certainty` says which.',
        tags: ['network'],
        querystring: listQuery,
        response: {
          200: listResponse(Page, Features),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const asOf = query.as_of ?? civilDay(reading.clock())
      const filters = {
        ...asked('region', query.region),
        ...asked('province', query.province),
        ...asked('collectivity', query.collectivity),
        ...(query.type && { type: query.type }),
        ...(query.wave && { wave: query.wave }),
        ...(query.status && { status: query.status }),
        ...(query.certainty && { certainty: query.certainty }),
        ...(query.joined_on_gte && { joinedFrom: query.joined_on_gte }),
        ...(query.joined_on_lte && { joinedUntil: query.joined_on_lte }),
        ...(query.modified_since && { modifiedSince: query.modified_since }),
        ...(query.q && { q: query.q }),
      }
      const view = { asOf, fields: query.fields, include: query.include }
      return await sendList(
        request as never,
        reply,
        reading,
        members(filters, view, (query.sort ?? []) as Sort[]),
        asOf,
      )
    },
  )

  app.get(
    '/members/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getMember',
        summary: 'One episode of membership',
        description: 'Its status is told as of a day; its dates are as precise as their source.',
        tags: ['network'],
        params: strict({ id: Id }),
        querystring: oneQuery,
        response: {
          200: {
            description: 'The record',
            headers: answerHeaders,
            content: {
              [MEDIA_TYPES.json]: { schema: ref(Member) },
              [MEDIA_TYPES.geojson]: { schema: ref(One) },
            },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const asOf = query.as_of ?? civilDay(reading.clock())
      const format = negotiateFormat(request.headers, query.format, ['json', 'geojson'])
      const view = { asOf, fields: query.fields, include: query.include }
      const found = await findMember(reading.db, request.params.id, view, format)
      if (found === undefined) throw new DomainError('not_found')
      const variant = [reading.edition, asOf, found.position]
      return await sendText(request, reply, { format, version: String(found.revision), variant }, found.json)
    },
  )
}
