import type { InjectOptions } from 'fastify'
import t from 'tap'
import { ROLES } from '../src/domain/actor.ts'
import { ADOPTED_COMMITMENT, plantAdoptedPlan } from './support/adopted.ts'
import { startApp } from './support/app.ts'
import { operations } from './support/contract.ts'
import { bearer } from './support/identity.ts'
import { COMMITMENT, PLAN, plantPlan } from './support/plans.ts'
import { plantVintage } from './support/snapshots.ts'
import { workshop } from './support/workshop.ts'

const service = await startApp(t)
const { request, app, db } = service

const COUNCIL = '/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4'
const PLAN_URL = `/v1/action-plans/${PLAN}`
const NOBODY = '01900000-0000-7000-8000-000000000000'
const own = (await request(COUNCIL)).json().collectivity.hcp_code as string

await plantPlan({ db }, own)
await plantVintage(service)
const SNAPSHOT = (await request('/v1/snapshots/latest')).json().position as string

const admin = await bearer('admin')
const reader = await request({
  method: 'POST',
  url: '/v1/api-keys',
  headers: admin,
  payload: { name: 'Reads as everybody', roles: ROLES, collectivities: [own], scopes: ['read'] },
})

/** Whoever there is to try each operation. */
const CALLERS = {
  anonymous: {},
  /** An editor of the member that the operations are tried on, and one of another. */
  editor: await bearer('member_editor', own),
  other: await bearer('member_editor', '01.051'),
  association: await bearer('association'),
  ministry: await bearer('ministry'),
  admin,
  /** A key with all roles and the scope `read` alone. */
  reader: { authorization: `Bearer ${reader.json().secret}` },
}
type Caller = keyof typeof CALLERS
const EVERYBODY = Object.keys(CALLERS) as Caller[]
const KNOWN = EVERYBODY.filter((caller) => caller !== 'anonymous')

/** A workshop of that member. */
const made = { method: 'POST', url: '/v1/workshops', headers: CALLERS.association } as const
const WORKSHOP = `/v1/workshops/${(await request({ ...made, payload: workshop(own) })).json().id}`

/** A document of that member. */
const kept = (
  await request({
    method: 'POST',
    url: `/v1/documents?owner_type=member&owner_id=${COUNCIL.split('/').pop()}&kind=other&title.fr=Essai&published=true`,
    headers: CALLERS.association,
    payload: '%PDF-1.4',
  })
).json().id as string

/** A consultation on that plan, which has yet to open. */
const announced = (
  await request({
    method: 'POST',
    url: '/v1/consultations',
    headers: CALLERS.association,
    payload: { plan_id: PLAN, round: 1, channels: ['online_form'], sources: [{ title: 'x' }] },
  })
).json().id as string
const CONSULTATION_URL = `/v1/consultations/${announced}`
/** An approval session of that council. */
const SESSION = `/v1/approval-sessions/${
  (
    await request({
      method: 'POST',
      url: '/v1/approval-sessions',
      headers: CALLERS.association,
      payload: { plan_id: PLAN, collectivity: own, kind: 'ordinary', sources: [{ title: 'x' }] },
    })
  ).json().id
}`
/** What somebody said in another, which is public and has an author. */
const { id: opened } = (
  await request({
    method: 'POST',
    url: '/v1/consultations',
    headers: CALLERS.association,
    payload: {
      plan_id: PLAN,
      round: 1,
      channels: ['online_form'],
      opens_at: { value: '2026-02-01' },
      sources: [{ title: 'x' }],
    },
  })
).json()
const saidIn = `/v1/consultations/${opened}/contributions`
const something = { language: 'fr', problem: 'x', contact: { name: 'Exemple', consent_version: '1' } }
const { id: said } = (await request({ method: 'POST', url: saidIn, payload: something })).json()
const CONTRIBUTION_URL = `/v1/contributions/${said}`
await request({
  method: 'POST',
  url: `${CONTRIBUTION_URL}/transitions`,
  headers: { ...CALLERS.association, 'if-match': '*' },
  payload: { action: 'publish' },
})

/** A plan of that member whose commitment is followed, and what is told of it. */
await plantAdoptedPlan({ db }, own)
const reported = { reported_on: { value: '2026-02-01' }, stage: 'started', sources: [{ title: 'x' }] }
const assessed = {
  assessed_on: { value: '2026-02-01' },
  completion: 'limited',
  assessor: { name: { fr: 'Exemple' } },
  sources: [{ title: 'x' }],
}
const first = await request({
  method: 'POST',
  url: `/v1/commitments/${ADOPTED_COMMITMENT}/progress-reports`,
  headers: CALLERS.association,
  payload: reported,
})
const REPORT = `/v1/progress-reports/${first.json().id}`

const get = (url: string): InjectOptions => ({ method: 'GET', url })
const post = (url: string, payload: object = {}): InjectOptions => ({ method: 'POST', url, payload })
/** Whose it is, is told by a 404: everybody has only their own. */
const WEBHOOK = `/v1/webhook-endpoints/${NOBODY}`
const WRITERS = KNOWN.filter((caller) => caller !== 'reader')
const key = `/v1/api-keys/${reader.json().id}`

/**
 * Each operation, a request for it, and who gets past the door: nobody else does. What a write that passes then
 * says to its poor body or its missing If-Match is not looked at here.
 */
const TABLE: Readonly<Record<string, [request: InjectOptions, may: readonly Caller[]]>> = {
  getNetwork: [get('/v1/network'), EVERYBODY],
  listMembers: [get('/v1/members'), EVERYBODY],
  getMember: [get(COUNCIL), EVERYBODY],
  createMember: [post('/v1/members'), ['association']],
  editMember: [
    { method: 'PATCH', url: COUNCIL, payload: { consultative_bodies: [] } },
    ['editor', 'association'],
  ],
  listMemberActions: [get(`${COUNCIL}/actions`), EVERYBODY],
  stepMember: [post(`${COUNCIL}/transitions`), ['association']],
  listFocalPoints: [get(`${COUNCIL}/focal-points`), ['editor', 'association', 'reader']],
  addFocalPoint: [
    post(`${COUNCIL}/focal-points`, {
      name: 'Exemple',
      function: 'Direction des services',
      legal_basis: 'Consentement du 18 janvier 2026',
      retention_until: '2027-01-31',
    }),
    ['editor', 'association'],
  ],
  getFocalPoint: [get(`${COUNCIL}/focal-points/${NOBODY}`), ['editor', 'association', 'reader']],
  removeFocalPoint: [
    { method: 'DELETE', url: `${COUNCIL}/focal-points/${NOBODY}` },
    ['editor', 'association'],
  ],
  listWorkshops: [get('/v1/workshops'), EVERYBODY],
  getWorkshop: [get(WORKSHOP), EVERYBODY],
  listWorkshopHistory: [get(`${WORKSHOP}/history`), EVERYBODY],
  listWorkshopActions: [get(`${WORKSHOP}/actions`), EVERYBODY],
  listEvents: [get('/v1/events'), EVERYBODY],
  listSearchHits: [get('/v1/search?q=transport'), EVERYBODY],
  createWorkshop: [post('/v1/workshops', workshop(own)), ['editor', 'association']],
  editWorkshop: [{ method: 'PATCH', url: WORKSHOP, payload: { link: null } }, ['editor', 'association']],
  stepWorkshop: [post(`${WORKSHOP}/transitions`, { action: 'hold' }), ['editor', 'association']],
  getAttendance: [get(`${WORKSHOP}/attendance`), EVERYBODY],
  getExactAttendance: [get(`${WORKSHOP}/exact-attendance`), ['editor', 'association', 'reader']],
  putAttendance: [
    { method: 'PUT', url: `${WORKSHOP}/attendance`, payload: { cells: [] } },
    ['editor', 'association'],
  ],
  listParticipants: [get(`${WORKSHOP}/participants`), ['editor', 'association', 'reader']],
  addParticipant: [
    post(`${WORKSHOP}/participants`, {
      name: 'Exemple',
      category: 'staff',
      legal_basis: 'Consentement du 18 janvier 2026',
      retention_until: '2027-01-31',
    }),
    ['editor', 'association'],
  ],
  getParticipant: [get(`${WORKSHOP}/participants/${NOBODY}`), ['editor', 'association', 'reader']],
  removeParticipant: [
    { method: 'DELETE', url: `${WORKSHOP}/participants/${NOBODY}` },
    ['editor', 'association'],
  ],
  listDocuments: [get('/v1/documents'), EVERYBODY],
  getDocument: [get(`/v1/documents/${NOBODY}`), EVERYBODY],
  getDocumentContent: [get(`/v1/documents/${NOBODY}/content`), EVERYBODY],
  listDocumentHistory: [get(`/v1/documents/${NOBODY}/history`), EVERYBODY],
  uploadDocument: [
    post(`/v1/documents?owner_type=member&owner_id=${COUNCIL.split('/').pop()}&kind=other&title.fr=Essai`),
    ['editor', 'association'],
  ],
  editDocument: [
    { method: 'PATCH', url: `/v1/documents/${kept}`, payload: { published: true } },
    ['editor', 'association'],
  ],
  deleteDocument: [{ method: 'DELETE', url: `/v1/documents/${kept}` }, ['editor', 'association']],
  listRegions: [get('/v1/regions'), EVERYBODY],
  getRegion: [get('/v1/regions/09'), EVERYBODY],
  listProvincialCouncils: [get('/v1/provincial-councils'), EVERYBODY],
  getProvincialCouncil: [get('/v1/provincial-councils/09.541'), EVERYBODY],
  listCommunes: [get('/v1/communes'), EVERYBODY],
  getCommune: [get('/v1/communes/09.541.01.13'), EVERYBODY],
  getLicences: [get('/v1/licences'), EVERYBODY],
  listStatistics: [get('/v1/statistics?measure=members'), EVERYBODY],
  listMeasures: [get('/v1/statistics/measures'), EVERYBODY],
  listChanges: [get('/v1/changes'), EVERYBODY],
  getLatestSnapshot: [get('/v1/snapshots/latest'), EVERYBODY],
  getSnapshot: [get(`/v1/snapshots/${SNAPSHOT}`), EVERYBODY],
  getSnapshotFile: [get(`/v1/snapshots/${SNAPSHOT}/network.csv`), EVERYBODY],
  listExports: [get('/v1/exports'), EVERYBODY],
  getCatalog: [get('/v1/catalog'), EVERYBODY],
  getDictionary: [get('/v1/dictionary'), EVERYBODY],
  listMemberHistory: [get(`${COUNCIL}/history`), EVERYBODY],
  listNetworkHistory: [get('/v1/network/history'), EVERYBODY],
  listRegionHistory: [get('/v1/regions/09/history'), EVERYBODY],
  listProvincialCouncilHistory: [get('/v1/provincial-councils/09.541/history'), EVERYBODY],
  listCommuneHistory: [get('/v1/communes/09.541.01.13/history'), EVERYBODY],
  listLegalRules: [get('/v1/legal-rules'), EVERYBODY],
  getLegalRule: [get(`/v1/legal-rules/${NOBODY}`), EVERYBODY],
  addLegalRule: [post('/v1/legal-rules'), ['admin']],
  listLegalRuleHistory: [get(`/v1/legal-rules/${NOBODY}/history`), EVERYBODY],
  listHolidays: [get('/v1/holidays'), EVERYBODY],
  getHoliday: [get(`/v1/holidays/${NOBODY}`), EVERYBODY],
  addHoliday: [post('/v1/holidays'), ['association', 'admin']],
  editHoliday: [
    { method: 'PATCH', url: `/v1/holidays/${NOBODY}`, payload: { until: null } },
    ['association', 'admin'],
  ],
  removeHoliday: [{ method: 'DELETE', url: `/v1/holidays/${NOBODY}` }, ['association', 'admin']],
  listHolidayHistory: [get(`/v1/holidays/${NOBODY}/history`), EVERYBODY],
  getSessionCalendar: [get('/v1/session-calendar?collectivity=09.541'), EVERYBODY],
  listActionPlanHistory: [get(`${PLAN_URL}/history`), EVERYBODY],
  listDraftHistory: [get(`${PLAN_URL}/drafts/1/history`), EVERYBODY],
  listActionPlans: [get('/v1/action-plans'), EVERYBODY],
  getActionPlan: [get(PLAN_URL), EVERYBODY],
  createActionPlan: [
    post('/v1/action-plans', { collectivities: [{ collectivity: own }], sources: [{ title: 'x' }] }),
    ['editor', 'association'],
  ],
  editActionPlan: [{ method: 'PATCH', url: PLAN_URL, payload: { title: null } }, ['editor', 'association']],
  deleteActionPlan: [{ method: 'DELETE', url: PLAN_URL }, ['editor', 'association']],
  listActionPlanTransitions: [get(`${PLAN_URL}/transitions`), EVERYBODY],
  stepActionPlan: [
    post(`${PLAN_URL}/transitions`, { action: 'validate', effective_on: { value: '2026' } }),
    ['editor', 'association'],
  ],
  listActionPlanActions: [get(`${PLAN_URL}/actions`), EVERYBODY],
  listDrafts: [get(`${PLAN_URL}/drafts`), EVERYBODY],
  getDraft: [get(`${PLAN_URL}/drafts/1`), EVERYBODY],
  getDraftDiff: [get(`${PLAN_URL}/drafts/1/diff/2`), EVERYBODY],
  beginDraft: [post(`${PLAN_URL}/drafts`), ['editor', 'association']],
  putDraft: [
    { method: 'PUT', url: `${PLAN_URL}/drafts/2`, payload: { axes: [] } },
    ['editor', 'association'],
  ],
  editDraft: [
    { method: 'PATCH', url: `${PLAN_URL}/drafts/2`, payload: { axes: [] } },
    ['editor', 'association'],
  ],
  listCommitments: [get('/v1/commitments'), EVERYBODY],
  getCommitment: [get(`/v1/commitments/${COMMITMENT}`), EVERYBODY],
  getCommitmentLineage: [get(`/v1/commitments/${ADOPTED_COMMITMENT}/lineage`), EVERYBODY],
  listProgressReports: [get('/v1/progress-reports'), EVERYBODY],
  listCommitmentProgressReports: [get(`/v1/commitments/${ADOPTED_COMMITMENT}/progress-reports`), EVERYBODY],
  getProgressReport: [get(REPORT), EVERYBODY],
  listProgressReportHistory: [get(`${REPORT}/history`), EVERYBODY],
  addProgressReport: [
    post(`/v1/commitments/${ADOPTED_COMMITMENT}/progress-reports`, reported),
    ['editor', 'association'],
  ],
  editProgressReport: [{ method: 'PATCH', url: REPORT, payload: { text: null } }, ['editor', 'association']],
  withdrawProgressReport: [post(`${REPORT}/withdrawal`, { reason: 'x' }), ['editor', 'association']],
  listAssessments: [get('/v1/assessments'), EVERYBODY],
  listCommitmentAssessments: [get(`/v1/commitments/${ADOPTED_COMMITMENT}/assessments`), EVERYBODY],
  getAssessment: [get(`/v1/assessments/${NOBODY}`), EVERYBODY],
  listAssessmentHistory: [get(`/v1/assessments/${NOBODY}/history`), EVERYBODY],
  addAssessment: [post(`/v1/commitments/${ADOPTED_COMMITMENT}/assessments`, assessed), ['association']],
  editAssessment: [
    { method: 'PATCH', url: `/v1/assessments/${NOBODY}`, payload: { text: null } },
    ['association'],
  ],
  withdrawAssessment: [post(`/v1/assessments/${NOBODY}/withdrawal`, { reason: 'x' }), ['association']],
  listConsultations: [get('/v1/consultations'), EVERYBODY],
  getConsultation: [get(CONSULTATION_URL), EVERYBODY],
  listConsultationHistory: [get(`${CONSULTATION_URL}/history`), EVERYBODY],
  announceConsultation: [
    post('/v1/consultations', { plan_id: PLAN, round: 1, channels: ['email'], sources: [{ title: 'x' }] }),
    ['editor', 'association'],
  ],
  editConsultation: [
    { method: 'PATCH', url: CONSULTATION_URL, payload: { round: 1 } },
    ['editor', 'association'],
  ],
  deleteConsultation: [{ method: 'DELETE', url: CONSULTATION_URL }, ['editor', 'association']],
  getConsultationOutcome: [get(`${CONSULTATION_URL}/outcome`), EVERYBODY],
  listContributions: [get('/v1/contributions'), EVERYBODY],
  listConsultationContributions: [get(saidIn), EVERYBODY],
  getContribution: [get(CONTRIBUTION_URL), EVERYBODY],
  listContributionHistory: [get(`${CONTRIBUTION_URL}/history`), EVERYBODY],
  sendContribution: [post(saidIn, something), EVERYBODY],
  stepContribution: [
    post(`${CONTRIBUTION_URL}/transitions`, { action: 'publish' }),
    ['editor', 'association'],
  ],
  getContributionContact: [get(`${CONTRIBUTION_URL}/contact`), ['editor', 'association', 'reader']],
  eraseContributionContact: [
    { method: 'DELETE', url: `${CONTRIBUTION_URL}/contact` },
    ['editor', 'association'],
  ],
  stepConsultation: [
    post(`${CONSULTATION_URL}/transitions`, { action: 'cancel', reason: 'x' }),
    ['editor', 'association'],
  ],
  listApprovalSessions: [get('/v1/approval-sessions'), EVERYBODY],
  getApprovalSession: [get(SESSION), EVERYBODY],
  listApprovalSessionHistory: [get(`${SESSION}/history`), EVERYBODY],
  listApprovalSessionActions: [get(`${SESSION}/actions`), EVERYBODY],
  createApprovalSession: [
    post('/v1/approval-sessions', {
      plan_id: PLAN,
      collectivity: own,
      kind: 'ordinary',
      sources: [{ title: 'x' }],
    }),
    ['editor', 'association'],
  ],
  editApprovalSession: [
    { method: 'PATCH', url: SESSION, payload: { item_on_agenda: null } },
    ['editor', 'association'],
  ],
  stepApprovalSession: [post(`${SESSION}/transitions`, { action: 'convene' }), ['editor', 'association']],
  recordSitting: [
    post(`${SESSION}/sittings`, { call: 1, held_on: '2026-02-02', present_at_opening: 1 }),
    ['editor', 'association'],
  ],
  removeSitting: [{ method: 'DELETE', url: `${SESSION}/sittings/1` }, ['editor', 'association']],
  putVote: [
    { method: 'PUT', url: `${SESSION}/vote`, payload: { sitting: 1, for: 1, against: 0, abstentions: 0 } },
    ['editor', 'association'],
  ],
  getRoll: [get(`${SESSION}/vote/roll`), EVERYBODY],
  importMembers: [post('/v1/member-imports'), ['association']],
  listMemberImports: [get('/v1/member-imports'), ['association', 'reader']],
  getMemberImport: [get(`/v1/member-imports/${NOBODY}`), ['association', 'reader']],
  listMemberImportRows: [get(`/v1/member-imports/${NOBODY}/rows`), ['association', 'reader']],
  getMemberImportErrors: [get(`/v1/member-imports/${NOBODY}/errors.csv`), ['association', 'reader']],
  revertMemberImport: [post(`/v1/member-imports/${NOBODY}/revert`), ['association']],
  listAudit: [get('/v1/audit'), ['admin', 'reader']],
  getMe: [get('/v1/me'), KNOWN],
  listApiKeys: [get('/v1/api-keys'), ['admin', 'reader']],
  createApiKey: [post('/v1/api-keys', { name: 'x', roles: ['ministry'] }), ['admin']],
  getApiKey: [get(key), ['admin', 'reader']],
  revokeApiKey: [post(`/v1/api-keys/${NOBODY}/revocation`, { reason: 'x' }), ['admin']],
  listWebhookEndpoints: [get('/v1/webhook-endpoints'), KNOWN],
  createWebhookEndpoint: [post('/v1/webhook-endpoints'), WRITERS],
  getWebhookEndpoint: [get(WEBHOOK), KNOWN],
  editWebhookEndpoint: [{ method: 'PATCH', url: WEBHOOK, payload: { name: 'x' } }, WRITERS],
  removeWebhookEndpoint: [{ method: 'DELETE', url: WEBHOOK }, WRITERS],
  stepWebhookEndpoint: [post(`${WEBHOOK}/transitions`), WRITERS],
  replayWebhookEndpoint: [post(`${WEBHOOK}/replay`), WRITERS],
  pingWebhookEndpoint: [post(`${WEBHOOK}/ping`), WRITERS],
  rotateWebhookSecret: [post(`${WEBHOOK}/secret-rotation`), WRITERS],
  listWebhookDeliveries: [get(`${WEBHOOK}/deliveries`), KNOWN],
}

/** A record that is not there comes after the door. */
const isThrough = (status: number) => status < 500 && status !== 401 && status !== 403

t.test('every operation has its row, and every row its operation', async (t) => {
  t.same(Object.keys(TABLE).sort(), operations.map(({ id }) => id).sort())
  t.same([...app.operations.keys()].sort(), operations.map(({ id }) => id).sort())
  for (const { id, method, path } of operations.filter(({ id }) => id in TABLE)) {
    const [asked] = TABLE[id]!
    t.equal(asked.method, method, id)
    t.match(String(asked.url).split('?')[0], new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), id)
  }
})

for (const [id, [asked, may]] of Object.entries(TABLE)) {
  t.test(id, async (t) => {
    for (const [caller, headers] of Object.entries(CALLERS)) {
      const answer = await request({ ...asked, headers })
      const { statusCode: status } = answer
      if (may.includes(caller as Caller)) t.ok(isThrough(status), `${caller} may: ${status} ${answer.body}`)
      else t.equal(status, caller === 'anonymous' ? 401 : 403, `${caller} may not: ${answer.body}`)
      if (status === 200 && may !== EVERYBODY)
        t.equal(answer.headers['cache-control'], 'private, no-store', `${caller}: not to be kept`)
    }
    const forged = await request({ ...asked, headers: { authorization: 'Bearer forged' } })
    t.equal(forged.statusCode, 401, 'bad credentials are never nobody’s')
  })
}

t.test('/v1/me says the same', async (t) => {
  for (const caller of KNOWN) {
    const listed = (await request({ url: '/v1/me', headers: CALLERS[caller] })).json().operations
    // Whose record it is, is not known yet.
    const table = caller === 'other' ? 'editor' : caller
    const expected = Object.keys(TABLE).filter((id) => TABLE[id]![1].includes(table))
    t.same(listed.sort(), expected.sort(), caller)
  }
})
