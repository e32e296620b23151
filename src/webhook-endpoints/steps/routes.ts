import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callerOf } from '../../http/access.ts'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../../http/write.ts'
import { replayWebhookEndpoint, requestPing, rotateSecret, stepWebhookEndpoint } from '../commands.ts'
import { bodyRefusals, keyRefusals, one, refusals, type WebhookOptions, written } from '../routes.ts'
import { NewWebhookTransition, Ping, Replay, SecretRotation, WebhookEndpointWithSecret } from '../schema.ts'

/** What is done with an endpoint, besides editing it. */
export const webhookStepRoutes: FastifyPluginAsyncTypebox<WebhookOptions> = async (
  app,
  { reading, keySecret, horizon },
) => {
  const every = {
    tags: ['webhooks'],
    params: strict({ id: Id }),
    headers: idempotencyHeader,
  }
  const ownerRefusals = [...refusals, ...keyRefusals, 'owner_only', 'not_found'] as const

  app.post(
    '/webhook-endpoints/:id/transitions',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'stepWebhookEndpoint',
        summary: 'Pause, resume or disable an endpoint',
        description:
          'Nothing is lost meanwhile: one that is resumed is sent what came since, in order. `disable` is for administrators.',
        ...every,
        headers: {
          ...ifMatchHeader,
          properties: { ...ifMatchHeader.properties, ...idempotencyHeader.properties },
        },
        body: ref(NewWebhookTransition),
        response: {
          200: one,
          ...problems(
            ...refusals,
            ...bodyRefusals,
            ...keyRefusals,
            'forbidden',
            'not_found',
            'wrong_state',
            'precondition_failed',
            'precondition_required',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const caller = callerOf(request)
        await stepWebhookEndpoint(writing, caller, id, expectedRevision(request), request.body)
        return await written(writing, caller, id)
      }),
  )

  app.post(
    '/webhook-endpoints/:id/replay',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'replayWebhookEndpoint',
        summary: 'Be sent again all that came after a position',
        description:
          'With the same `webhook-id` as before. A position that is later than the present one leaves out what is between them.',
        ...every,
        body: ref(Replay),
        response: { 200: one, ...problems(...ownerRefusals, ...bodyRefusals, 'gone') },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const caller = callerOf(request)
        await replayWebhookEndpoint(writing, caller, id, request.body.after, horizon())
        return await written(writing, caller, id)
      }),
  )

  app.post(
    '/webhook-endpoints/:id/ping',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'pingWebhookEndpoint',
        summary: 'Be sent a message, to see whether it arrives',
        description:
          'Within seconds, once, to a paused one too. `deliveries?message_id=…` tells what became of it.',
        ...every,
        response: {
          202: { description: 'Under way', content: { [MEDIA_TYPES.json]: { schema: ref(Ping) } } },
          ...problems(...ownerRefusals, 'wrong_state'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const message_id = await requestPing(writing, callerOf(request), id)
        const location = `/v1/webhook-endpoints/${id}/deliveries?message_id=${message_id}`
        return { status: 202, location, body: JSON.stringify({ message_id }) }
      }),
  )

  app.post(
    '/webhook-endpoints/:id/secret-rotation',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'rotateWebhookSecret',
        summary: 'Have a new secret sign',
        description:
          '`signing_secret` is told this once. Till `secret.previous_until` both sign, so that the receiver can change over in peace.',
        ...every,
        body: ref(SecretRotation),
        response: {
          200: {
            description: 'The endpoint, with its new secret',
            content: { [MEDIA_TYPES.json]: { schema: ref(WebhookEndpointWithSecret) } },
          },
          ...problems(...ownerRefusals, ...bodyRefusals),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const caller = callerOf(request)
        const { previous_valid_hours: hours } = request.body
        const secret = await rotateSecret(writing, caller, id, keySecret, hours)
        return await written(writing, caller, id, { secret })
      }),
  )
}
