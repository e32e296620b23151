import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { sendText } from './answer.ts'
import { answerHeaders, notModified } from './list.ts'
import { MEDIA_TYPES, negotiateFormat } from './negotiate.ts'
import { problems } from './problem.ts'
import type { Reading } from './reading.ts'
import { nullable, open, ref, strict } from './schema.ts'

const Licences = open(
  {
    data: Type.Array(
      open({
        covers: Type.String(),
        terms: Type.String(),
        attribution: Type.String(),
        url: nullable(Type.String()),
      }),
    ),
  },
  { $id: 'Licences', description: 'On what terms the data may be reused, and whom to name' },
)

/** What may be done with each kind of data. */
export const LICENCES = {
  register: {
    covers: 'Codes, names and census figures of the register',
    terms: 'Free reuse with source and date (law 31-13, art. 6)',
    attribution: 'Haut-Commissariat au Plan, RGPH 2014 and 2024',
    url: null,
  },
  outlines: {
    covers: 'Outlines and centres of regions and provinces',
    terms: 'Open Database License 1.0 (ODbL-1.0)',
    attribution: '© OpenStreetMap contributors, by way of the npm package morocco-map',
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
  },
  records: {
    covers: 'Records of the network and its members',
    terms: 'Free reuse with source and date (law 31-13, art. 6)',
    attribution: 'The sources that each record names in `sources`',
    url: null,
  },
} as const

export const licenceRoutes: FastifyPluginAsync<{ reading: Reading }> = async (app, { reading }) => {
  app.addSchema(Licences)
  const text = JSON.stringify({ data: Object.values(LICENCES) })
  app.get(
    '/licences',
    {
      config: { access: 'public', constant: true },
      schema: {
        operationId: 'getLicences',
        summary: 'Licences and attribution of the data',
        description: 'Every answer links here with `rel="license"`.',
        tags: ['about'],
        querystring: strict({}),
        response: {
          200: {
            description: 'One entry for each kind of data',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Licences) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      negotiateFormat(request.headers, undefined, ['json'])
      return await sendText(
        request,
        reply,
        { format: 'json', version: '1', variant: [reading.edition] },
        text,
      )
    },
  )
}
