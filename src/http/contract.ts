import swagger from '@fastify/swagger'
import fp from 'fastify-plugin'

const DESCRIPTION = `The open data of Morocco's network of open territorial collectivities: its members, and the register of the
country's 12 regions, 75 provincial and prefectoral councils and 1,503 communes.

Every list comes as JSON (a page), CSV, NDJSON and GeoJSON (all of its rows), by \`Accept\` or \`?format=\`, with the same
filters. Names are given in Arabic, French, English and Amazigh where they are known; \`Accept-Language\` chooses the
language of problem texts only. Every record says where its facts come from. Reuse is free with source and date.`

/** Lets the contract be made from the schemas of the routes: `app.swagger()`. */
export const contractPlugin = fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.1',
        info: {
          title: 'Infitah',
          description: DESCRIPTION,
          version: '1.0.0',
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
          contact: { name: 'Infitah' },
        },
        servers: [{ url: '/' }],
        tags: [
          { name: 'network', description: 'The network and its members' },
          { name: 'register', description: 'The collectivities of the country, members or not' },
          { name: 'plans', description: 'Action plans: their life, their drafts, what they promise' },
          { name: 'sessions', description: 'How councils voted on plans, held against the law' },
          { name: 'progress', description: 'What becomes of commitments: reports, assessments, lineage' },
          { name: 'workshops', description: 'Meetings and workshops, who came, and the calendar' },
          {
            name: 'consultations',
            description: 'Plans put before people: when, how, what they said and what came of it',
          },
          { name: 'documents', description: 'Files of records' },
          {
            name: 'law',
            description: 'What the organic laws rule on councils, and the days that follow from it',
          },
          { name: 'search', description: 'One search over all that is public' },
          { name: 'imports', description: 'Tables of members, sent and applied as a whole' },
          { name: 'access', description: 'Who calls, and keys for programs' },
          { name: 'statistics', description: 'Figures, and what each of them counts' },
          { name: 'changes', description: 'What has changed, when and through what' },
          { name: 'webhooks', description: 'Being told of changes as they come' },
          { name: 'about', description: 'Terms of reuse' },
        ],
        security: [],
        components: {
          securitySchemes: {
            bearer: {
              type: 'http',
              scheme: 'bearer',
              bearerFormat: 'JWT',
              description: 'Access token of the OpenID provider (RFC 9068), or an API key (`inf_live_…`)',
            },
            key: { type: 'http', scheme: 'basic', description: 'API key as the user name, no password' },
          },
        },
      },
      refResolver: {
        buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`),
      },
    })
  },
  { name: 'contract' },
)
