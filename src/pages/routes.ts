import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ground } from '../db/listing.ts'
import { civilDay } from '../domain/clock.ts'
import { LANGUAGES, type Language } from '../domain/messages.ts'
import { sendText } from '../http/answer.ts'
import { type Ask, OwnRefusal, ownApi } from '../http/own-api.ts'
import type { Reading } from '../http/reading.ts'
import { homePage } from './home.ts'
import { documentOf, type Page, refusalPage, type View, viewOf } from './layout.ts'
import { placePage } from './place.ts'
import { planPage } from './plan.ts'
import { outlineReader, readHome, readPlace, readPlan } from './queries.ts'

const css = readFileSync(new URL('page.css', import.meta.url), 'utf8')
  .split('/*')
  .map((part, index) => (index === 0 ? part : part.slice(part.indexOf('*/') + 2)))
  .join('')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .join('\n')
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';')

/** What finds the service from its first page. */
const LINKS =
  '</openapi.json>; rel="service-desc"; type="application/vnd.oai.openapi+json;version=3.1", </.well-known/api-catalog>; rel="api-catalog", </docs/>; rel="service-doc"'

/** What a page may be asked with; others add to links whatever they like, and for each nothing is kept. */
const PARAMETERS = new Set(['map', 'as_of'])

const isPlain = (request: FastifyRequest) =>
  Object.keys(request.query as object).every((name) => PARAMETERS.has(name))

const PLACES = ['/regions/', '/provincial-councils/', '/communes/'] as const

type Make = (view: View, ask: Ask, request: FastifyRequest) => Promise<Page>

/** Pages for people. Whatever they show, they have asked the public API for. */
export const pageRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  const asking = ownApi(app)
  const outlines = outlineReader()
  const { origin, base } = placeOf(reading.publicUrl)
  const site = { origin, base, css }
  const today = () => civilDay(reading.clock())

  const serve = (path: string, address: (request: FastifyRequest) => string, make: Make) => {
    for (const language of LANGUAGES) {
      const prefix = language === 'ar' ? '' : `/${language}`
      const url = `${prefix}${path === '/' && prefix !== '' ? '' : path}`
      app.get(url, { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
        const view = viewOf(language, base)
        const { ask, grounds } = asking(request, language)
        try {
          const page = await make(view, ask, request)
          return await send(request, reply, language, page, isPlain(request) ? grounds() : undefined)
        } catch (error) {
          if (!(error instanceof OwnRefusal)) throw error
          if (error.location !== undefined)
            return await reply.redirect(view.page(pageOfApi(error.location)), error.status)
          reply.code(error.status)
          return await send(request, reply, language, refusalPage(view, address(request), error.problem))
        }
      })
    }
  }

  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    page: Page,
    grounds?: readonly Ground[],
  ) => {
    const text = documentOf(viewOf(language, base), site, page)
    reply.headers({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'content-language': language,
      link: LINKS,
    })
    const version = createHash('sha256').update(text).digest('base64url').slice(0, 16)
    return await sendText(
      request,
      reply,
      { format: 'html', version, variant: [], ...(grounds && { grounds }) },
      text,
    )
  }

  serve(
    '/',
    () => '/',
    async (view, ask, request) => {
      const { map, as_of } = request.query as Record<string, string | undefined>
      const data = await readHome(ask, outlines, today(), as_of)
      return homePage(view, data, map === 'plans' ? 'plans' : 'members')
    },
  )
  const idOf = (request: FastifyRequest) => (request.params as { id: string }).id
  serve(
    '/action-plans/:id',
    (request) => `/action-plans/${encodeURIComponent(idOf(request))}`,
    async (view, ask, request) => planPage(view, await readPlan(ask, today(), idOf(request))),
  )
  for (const path of PLACES)
    serve(
      `${path}:id`,
      (request) => path + encodeURIComponent(idOf(request)),
      async (view, ask, request) => placePage(view, await readPlace(ask, path, idOf(request))),
    )
}

/** The page of what has moved, by where the API says that it is. */
const pageOfApi = (location: string) => location.split('?', 1)[0]!.replace(/^.*\/v1\//, '/')

/** Scheme and host, and the path below which everything is; both empty when nobody has said where the service is. */
function placeOf(publicUrl: string): { origin: string; base: string } {
  if (publicUrl === '') return { origin: '', base: '' }
  const { origin, pathname } = new URL(publicUrl)
  return { origin, base: pathname.replace(/\/$/, '') }
}
