import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type TObject, Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import { civilDay } from '../domain/clock.ts'
import { readIdentifier, readReference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
import { COLLECTIVITY_TYPES } from '../domain/register-types.ts'
import { callerOf } from '../http/access.ts'
import { refusalBy, refusalOfCaller, sendActions } from '../http/actions.ts'
import { sendRecord } from '../http/answer.ts'
import { documentValidator } from '../http/document.ts'
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
  requireForwards,
  sendList,
  viewParameters,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, Day, fieldPaths, Id, ref, strict, words } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import {
  answerWrite,
  expectedRevision,
  idempotencyHeader,
  ifMatchHeader,
  type Outcome,
} from '../http/write.ts'
import type { Asked } from '../register/queries.ts'
import { CERTAINTIES, registerObjects } from '../register/schema.ts'
import { createMember, editMember, stepMember } from './commands.ts'
import { MEMBER_ACTIONS, MEMBER_STATUSES, type MemberStatus, nextStatus, openActions } from './lifecycle.ts'
import { findMember, members, SORTS, type Sort } from './queries.ts'
import {
  Evidence,
  FollowUpCommittee,
  INCLUDES,
  Member,
  MemberActions,
  MemberDocument,
  MemberPatch,
  NewMember,
  NewTransition,
} from './schema.ts'

const Page = pageOf(Member, 'MemberPage')
const Features = featuresOf(Member, 'MemberFeatures')
const One = featureOne(Member, 'MemberFeature')

const fields = fieldPaths(
  Member,
  new Map([
    ...registerObjects,
    ['Evidence', Evidence as TObject],
    ['FollowUpCommittee', FollowUpCommittee as TObject],
  ]),
).filter((path) => !INCLUDES.some((name) => path.startsWith(name)))

const codes = (of: string) =>
  commaList(Type.String({ format: 'collectivity', maxLength: 40 }), `${of}: ids or codes, any of them`)

const listQuery = parameters({
  ...listParameters({ sorts: SORTS, fields, includes: INCLUDES }),
  as_of: asOfParameter,
  type: commaList(words(COLLECTIVITY_TYPES, 'Kind of collectivity'), 'Any of these'),
  region: codes('Region, and all within'),
  province: codes('Province or prefecture, and its communes'),
  collectivity: codes('The collectivity itself'),
  identifier: Type.Optional(
    Type.String({
      format: 'identifier',
      maxLength: 140,
      description: '`scheme:value`: the member’s number in another system, or a code',
    }),
  ),
  wave: commaList(Type.Integer({ minimum: 1, maximum: 1_000 }), 'Waves of admission, any of them'),
  status: commaList(words(MEMBER_STATUSES, 'Status on `as_of`'), 'Any of these'),
  certainty: commaList(words(CERTAINTIES, 'Whether the status is sure on `as_of`'), 'Any of these'),
  active: Type.Optional(
    words(
      CERTAINTIES,
      'Members on `as_of` as `/v1/network` counts them: `certain`, or besides those `possible`, whose date is too imprecise to say',
    ),
  ),
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
  for (const schema of [Page, Features, One]) app.addSchema(schema)

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
      requireForwards(query, 'joined_on_gte', 'joined_on_lte')
      const asOf = query.as_of ?? civilDay(reading.clock())
      const filters = {
        ...asked('region', query.region),
        ...asked('province', query.province),
        ...asked('collectivity', query.collectivity),
        ...(query.identifier && { identifier: readIdentifier(query.identifier)! }),
        ...(query.type && { type: query.type }),
        ...(query.wave && { wave: query.wave }),
        ...(query.status && { status: query.status }),
        ...(query.certainty && { certainty: query.certainty }),
        ...(query.active && { active: query.active }),
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
        description:
          'By id, or by a code of its collectivity, whose latest episode it is then. Its status is told as of a day; its dates are as precise as their source.',
        tags: ['network'],
        params: strict({
          id: Type.String({
            format: 'collectivity',
            maxLength: 40,
            description: 'Id, or a code of the collectivity',
          }),
        }),
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
      const found = await readFrom(
        request,
        reading,
        async ({ db }) => await findMember(db, readReference(request.params.id)!, view, format),
      )
      if (found === undefined) throw new DomainError('not_found')
      return await sendRecord(request, reply, reading, format, found, asOf)
    },
  )

  /** The answer to a write of a member: how it stands now. */
  const written = async (writing: Writing, id: string, status: 200 | 201): Promise<Outcome> => {
    const asOf = civilDay(reading.clock())
    const found = await findMember(writing.trx, { kind: 'id', id }, { asOf })
    return { status, location: `/v1/members/${id}`, revision: found!.revision, body: found!.json }
  }
  const record = {
    description: 'The record as it is now',
    headers: answerHeaders,
    content: { [MEDIA_TYPES.json]: { schema: ref(Member) } },
  }
  const refusals = ['invalid_request', 'unauthenticated', 'forbidden', 'rate_limited'] as const
  const validate = documentValidator(MemberDocument)

  app.post(
    '/members',
    {
      config: { access: ['association'] },
      schema: {
        operationId: 'createMember',
        summary: 'Add an episode of membership',
        description:
          'A candidate; with `joined_on`, admitted at once. One open episode for each collectivity.',
        tags: ['network'],
        headers: idempotencyHeader,
        body: ref(NewMember),
        response: {
          201: { ...record, description: 'Added' },
          ...problems(
            ...refusals,
            'duplicate',
            'idempotency_in_progress',
            'unprocessable',
            'idempotency_mismatch',
            'unsupported_media_type',
            'payload_too_large',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) =>
        written(writing, await createMember(writing, request.body), 201),
      ),
  )

  app.patch(
    '/members/:id',
    {
      config: { access: ['association', 'member_editor'] },
      schema: {
        operationId: 'editMember',
        summary: 'Edit an episode of membership',
        description:
          'JSON merge patch (RFC 7396). A member’s editor edits its consultative bodies and follow-up committee; the association all. The status moves by transitions only.',
        tags: ['network'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(MemberPatch),
        response: {
          200: record,
          ...problems(
            ...refusals,
            'not_yours',
            'not_found',
            'duplicate',
            'precondition_failed',
            'unprocessable',
            'precondition_required',
            'unsupported_media_type',
            'payload_too_large',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const patch = request.body as Record<string, never>
        await editMember(
          writing,
          callerOf(request),
          id,
          expectedRevision(request),
          Object.keys(patch),
          (present) => validate(mergePatch(present as never, patch)),
        )
        return await written(writing, id, 200)
      }),
  )

  app.post(
    '/members/:id/transitions',
    {
      config: { access: ['association'] },
      schema: {
        operationId: 'stepMember',
        summary: 'Admit, suspend, reinstate or withdraw a member',
        description: 'A dated step with its evidence and sources. `GET …/actions` lists what is open now.',
        tags: ['network'],
        params: strict({ id: Id }),
        headers: {
          ...ifMatchHeader,
          properties: { ...ifMatchHeader.properties, ...idempotencyHeader.properties },
        },
        body: ref(NewTransition),
        response: {
          200: record,
          ...problems(
            ...refusals,
            'not_found',
            'wrong_state',
            'idempotency_in_progress',
            'precondition_failed',
            'unprocessable',
            'idempotency_mismatch',
            'precondition_required',
            'unsupported_media_type',
            'payload_too_large',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await stepMember(writing, callerOf(request), id, expectedRevision(request), request.body)
        return await written(writing, id, 200)
      }),
  )

  app.get(
    '/members/:id/actions',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listMemberActions',
        summary: 'What the caller may do with an episode now, and why not',
        description: 'Each action with the problem that it would meet.',
        tags: ['network'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'Every action, possible or not',
            content: { [MEDIA_TYPES.json]: { schema: ref(MemberActions) } },
          },
          ...problems('invalid_request', 'unauthenticated', 'not_found', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const view = { asOf: '9999-12-31', fields: ['status'] }
      const found = await findMember(reading.db, { kind: 'id', id: request.params.id }, view)
      if (found === undefined) throw new DomainError('not_found')
      const { status } = JSON.parse(found.json) as { status: MemberStatus }
      const outsider = refusalOfCaller(request.actor, ['association'])
      const actions = MEMBER_ACTIONS.map(async (action) => ({
        action,
        to_status: openActions(status).includes(action) ? nextStatus(status, action) : null,
        refusal: outsider ?? (await refusalBy(() => nextStatus(status, action))),
      }))
      return await sendActions(request, reply, await Promise.all(actions))
    },
  )
}
