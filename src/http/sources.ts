import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, Gauge, type Registry } from 'prom-client'
import { Type } from 'typebox'
import { inOneTime } from '../db/client.ts'
import type { Db } from '../db/database.ts'
import { standing } from '../db/epoch.ts'
import { asProblem } from '../db/errors.ts'
import type { Head } from '../db/head.ts'
import { followReplicas, type ReplicaServer, type Replicas } from '../db/replicas.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { readPosition } from '../domain/position.ts'
import { hook } from './hook.ts'
import { problems } from './problem.ts'
import type { Reading, Source } from './reading.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Number of the transaction that the answer must have seen; 0 when any does. */
    leastPosition: number
  }
}

const HEADER = 'min-position'

const parameter = Type.String({
  maxLength: 100,
  description:
    'A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet',
})

/** What an answer that tells a position says of it. */
export const positionHeader = {
  type: 'string',
  description:
    'Of the newest change that the answer depends on, or that the write has made: send it as `Min-Position` to read nothing older, as `after` of `/v1/changes` to follow',
}

const isRead = ({ method }: { method: string | string[] }) => method === 'GET' || method === 'HEAD'

/**
 * Lets every public read say what it must have seen (`Min-Position`), and refuses positions that are none of ours. To be
 * registered before the routes.
 */
export const leastPositionPlugin = fp<{ head: Head; db: Db }>(
  async (app, { head, db }) => {
    app.decorateRequest('leastPosition', 0)
    app.addHook('onRoute', (route) => {
      const { schema } = route
      if (!isRead(route) || route.config?.access !== 'public' || schema?.operationId === undefined) return
      const given = (schema.headers as { properties?: object } | undefined)?.properties
      route.schema = {
        ...schema,
        headers: Type.Object({ ...given, [HEADER]: Type.Optional(parameter) }),
        response: { ...problems('invalid_request'), ...(schema.response as object) },
      }
    })
    const requireKnown = async (request: FastifyRequest, text: string) => {
      const least = readPosition(text)
      if (least === undefined) throw refused('wrong_format', { expected: '<epoch>.<number>' })
      const isKnown = least.epoch === head.epoch() && least.number <= head.position()
      if (!isKnown) await requireSense(db, text, least)
      request.leastPosition = least.number
    }
    app.addHook(
      'preHandler',
      hook((request) => {
        const text = request.headers[HEADER]
        const { config, schema } = request.routeOptions
        if (typeof text !== 'string' || !isRead(request) || config.access !== 'public') return
        if (schema?.operationId !== undefined) return requireKnown(request, text)
      }),
    )
  },
  { name: 'least-position' },
)

/** @throws {DomainError} `invalid_request` for a position of another installation, or of no transaction yet */
async function requireSense(db: Db, text: string, { epoch, number }: { epoch: string; number: number }) {
  const last = await standing(db)
  if (last?.epoch !== epoch) throw refused('position_elsewhere', { value: text })
  if (last.number < number) throw refused('position_ahead', { value: text })
}

const refused = (code: Fault['code'], values: Record<string, string>) =>
  new DomainError('invalid_request', { faults: [{ at: { header: 'Min-Position' }, code, values }] })

/**
 * Makes a public read where it may be made: on a replica that has all that whoever asks has seen, else on the primary.
 * Whoever sends credentials reads from the primary, where all they wrote is. What a replica cannot answer, the primary does.
 *
 * @param seen what the request says to have seen besides its header
 */
export async function readFrom<T>(
  request: FastifyRequest,
  reading: Reading,
  read: (from: Source) => Promise<T>,
  seen = 0,
): Promise<T> {
  const { replicas } = reading
  const isPublic =
    request.actor === null && request.routeOptions.config.access === 'public' && isRead(request)
  if (!isPublic || replicas === undefined) return await read(reading)
  const server = replicas.having(Math.max(seen, request.leastPosition))
  replicas.reads[server === undefined ? 'primary' : 'replica'] += 1
  if (server === undefined) return await read(reading)
  return await inOneTime(async () => {
    try {
      return await read(server)
    } catch (error) {
      if (asProblem(error)?.code !== 'database_unavailable') throw error
      replicas.leaveOut(server)
      return await read(reading)
    }
  })
}

/** Follows these servers, and tells of them in the log and in the figures. */
export function replicasOf(
  servers: readonly ReplicaServer[],
  around: { db: Db; head: Head; registry: Registry; log: () => FastifyBaseLogger },
): Replicas {
  const replicas = followReplicas({
    servers,
    ...around,
    onChange: (replica, state) => around.log().warn({ replica, state }, 'a replica is used, or left out'),
  })
  replicaMetrics(around.registry, replicas)
  return replicas
}

/** Which replicas are read from, and how much. */
function replicaMetrics(registry: Registry, replicas: Replicas): void {
  const registers = [registry]
  new Counter({
    name: 'public_reads_total',
    help: 'Public reads that could be made on a replica, by where they were made',
    labelNames: ['on'],
    registers,
    collect() {
      this.reset()
      for (const on of ['primary', 'replica'] as const) this.inc({ on }, replicas.reads[on])
    },
  })
  new Gauge({
    name: 'replica_used',
    help: '1 while a replica is read from, 0 while it is behind or does not answer',
    labelNames: ['replica'],
    registers,
    collect() {
      for (const { name, state } of replicas.states()) this.set({ replica: name }, state === 'used' ? 1 : 0)
    },
  })
  new Gauge({
    name: 'replica_position',
    help: 'Newest transaction that a replica is known to have',
    labelNames: ['replica'],
    registers,
    collect() {
      for (const { name, position } of replicas.states()) this.set({ replica: name }, position)
    },
  })
}
