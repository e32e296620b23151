import type { FastifyInstance, InjectOptions } from 'fastify'
import { ADOPTED_COMMITMENT } from './adopted.ts'
import { COMMITMENT, PLAN } from './plans.ts'
import { as } from './roles.ts'
import { ENDPOINT } from './webhooks.ts'
import { workshop } from './workshop.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else's form, walked as it is
type Loose = any

/** What the examples before have answered, by operation. */
type Seen = Readonly<Record<string, Loose>>

const TAROUDANNT = '/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4'
const SOURCE = { title: 'Procès-verbal de la réunion', publisher: 'Association', published_on: '2026-01-15' }
const association = as('association')
const admin = as('admin')
const held = (revision: number) => ({ ...association, 'if-match': `"${revision}"` })

/** A page with nothing on it, as short as the form allows. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/Count 1>>endobj 3 0 obj<<>>endobj\n%%EOF\n'
const upload = (query: string): Request => ({
  method: 'POST',
  url: `/v1/documents?owner_type=member&owner_id=${TAROUDANNT.split('/').pop()}&${query}`,
  headers: { ...association, 'content-type': 'application/pdf' },
  payload: PDF,
})

/** The request whose real answer is the example of an operation, in the order in which they are made. */
type Request = InjectOptions & { url: string }
const EXAMPLES: Readonly<
  Record<string, string | ((seen: Seen, app: FastifyInstance) => Request | Promise<Request>)>
> = {
  getNetwork: '/v1/network?as_of=2024-12-31',
  listMembers: '/v1/members?type=provincial_council',
  getMember: TAROUDANNT,
  listRegions: '/v1/regions?limit=1',
  getRegion: '/v1/regions/MA-09',
  listProvincialCouncils: '/v1/provincial-councils?region=09&limit=1',
  getProvincialCouncil: '/v1/provincial-councils/09.541',
  listCommunes: '/v1/communes?province=09.541&limit=1',
  getCommune: '/v1/communes/09.541.01.13',
  getLicences: '/v1/licences',
  listStatistics: '/v1/statistics?measure=members&by=type,wave&as_of=2024-12-31',
  listMeasures: '/v1/statistics/measures',
  listSearchHits: `/v1/search?q=${encodeURIComponent('ورشات الإعداد')}&limit=2`,
  listChanges: '/v1/changes?types=network,member&limit=2',
  getLatestSnapshot: '/v1/snapshots/latest',
  getSnapshot: ({ getLatestSnapshot }) => ({ url: `/v1/snapshots/${getLatestSnapshot.position}` }),
  getSnapshotFile: ({ getLatestSnapshot }) => ({
    url: `/v1/snapshots/${getLatestSnapshot.position}/network.csv`,
  }),
  listExports: '/v1/exports?limit=1',
  getDictionary: '/v1/dictionary?type=holiday',
  getCatalog: '/v1/catalog?type=region',
  listRegionHistory: '/v1/regions/09/history',
  listProvincialCouncilHistory: '/v1/provincial-councils/09.541/history',
  listCommuneHistory: '/v1/communes/09.541.01.13/history',
  listMemberHistory: `${TAROUDANNT}/history`,
  listNetworkHistory: '/v1/network/history',
  listLegalRules: '/v1/legal-rules?council_type=provincial_council&rule=quorum',
  getLegalRule: ({ listLegalRules }) => ({ url: `/v1/legal-rules/${listLegalRules.data[0].id}` }),
  addLegalRule: () => ({
    method: 'POST',
    url: '/v1/legal-rules',
    headers: admin,
    payload: {
      council_type: 'commune',
      rule: 'notice_to_members',
      value: [7],
      unit: 'days',
      law: '113-14',
      article: '35',
      effective_from: '2030-01-01',
      sources: [{ title: 'Exemple de modification', publisher: 'Bulletin officiel' }],
    },
  }),
  listLegalRuleHistory: ({ listLegalRules }) => ({
    url: `/v1/legal-rules/${listLegalRules.data[0].id}/history`,
  }),
  listHolidays: '/v1/holidays?year=2026&limit=2',
  addHoliday: () => ({
    method: 'POST',
    url: '/v1/holidays',
    headers: association,
    payload: {
      day: '2029-02-14',
      recurrence: 'once',
      name: { ar: 'عيد الفطر', fr: 'Aïd Al-Fitr', en: 'Eid al-Fitr' },
      sources: [{ title: 'Exemple d’annonce', publisher: 'Ministère des Habous et des Affaires islamiques' }],
    },
  }),
  getHoliday: ({ listHolidays }) => ({ url: `/v1/holidays/${listHolidays.data[0].id}` }),
  editHoliday: ({ addHoliday }) => ({
    method: 'PATCH',
    url: `/v1/holidays/${addHoliday.id}`,
    headers: held(1),
    payload: { day: '2029-02-15' },
  }),
  removeHoliday: ({ addHoliday }) => ({
    method: 'DELETE',
    url: `/v1/holidays/${addHoliday.id}`,
    headers: held(2),
  }),
  listHolidayHistory: ({ listHolidays }) => ({ url: `/v1/holidays/${listHolidays.data[0].id}/history` }),
  getSessionCalendar: '/v1/session-calendar?collectivity=09.541&year=2023',
  listAudit: () => ({ url: '/v1/audit?type=network&limit=1', headers: as('admin') }),
  createMember: () => ({
    method: 'POST',
    url: '/v1/members',
    headers: association,
    payload: {
      collectivity: '09.541.01.13',
      applied_on: { value: '2026-01' },
      identifiers: [{ scheme: 'association', value: 'A-123' }],
      sources: [SOURCE],
    },
  }),
  listMemberActions: ({ createMember }) => ({
    url: `/v1/members/${createMember.id}/actions`,
    headers: association,
  }),
  stepMember: ({ createMember }) => ({
    method: 'POST',
    url: `/v1/members/${createMember.id}/transitions`,
    headers: held(1),
    payload: {
      action: 'admit',
      effective_on: { value: '2026-01-20' },
      evidence: { kind: 'letter', held_on: { value: '2026-01-18' } },
      sources: [SOURCE],
    },
  }),
  editMember: ({ createMember }) => ({
    method: 'PATCH',
    url: `/v1/members/${createMember.id}`,
    headers: held(2),
    payload: {
      wave: 4,
      follow_up_committee: { established_on: { value: '2026' }, president_from: 'elected' },
    },
  }),
  addFocalPoint: ({ createMember }) => ({
    method: 'POST',
    url: `/v1/members/${createMember.id}/focal-points`,
    headers: association,
    payload: {
      name: 'Exemple Exemple',
      email: 'point.focal@example.org',
      function: 'Direction des services',
      since: { value: '2026-01' },
      legal_basis: 'Consentement écrit du 18 janvier 2026 (loi 09-08, art. 4)',
      retention_until: '2028-01-31',
    },
  }),
  listFocalPoints: ({ createMember }) => ({
    url: `/v1/members/${createMember.id}/focal-points`,
    headers: association,
  }),
  getFocalPoint: ({ createMember, addFocalPoint }) => ({
    url: `/v1/members/${createMember.id}/focal-points/${addFocalPoint.id}`,
    headers: association,
  }),
  removeFocalPoint: ({ createMember, addFocalPoint }) => ({
    method: 'DELETE',
    url: `/v1/members/${createMember.id}/focal-points/${addFocalPoint.id}`,
    headers: held(4),
  }),
  createWorkshop: () => ({
    method: 'POST',
    url: '/v1/workshops',
    headers: association,
    payload: { ...workshop(), status: 'planned' },
  }),
  listWorkshops: '/v1/workshops?collectivity=09.541&kind=co_creation&held_on_lte=2023-12-31',
  getWorkshop: ({ createWorkshop }) => ({ url: `/v1/workshops/${createWorkshop.id}` }),
  editWorkshop: ({ createWorkshop }) => ({
    method: 'PATCH',
    url: `/v1/workshops/${createWorkshop.id}`,
    headers: held(1),
    payload: { place: { capacity: 60 }, link: null },
  }),
  listWorkshopActions: ({ createWorkshop }) => ({
    url: `/v1/workshops/${createWorkshop.id}/actions`,
    headers: association,
  }),
  stepWorkshop: ({ createWorkshop }) => ({
    method: 'POST',
    url: `/v1/workshops/${createWorkshop.id}/transitions`,
    headers: held(2),
    payload: { action: 'hold' },
  }),
  putAttendance: ({ createWorkshop }) => ({
    method: 'PUT',
    url: `/v1/workshops/${createWorkshop.id}/attendance`,
    headers: held(0),
    payload: {
      cells: [
        { category: 'elected', gender: 'women', invited: 6, present: 3 },
        { category: 'elected', gender: 'men', invited: 12, present: 9 },
        { category: 'civil_society', gender: 'unknown', present: 22 },
      ],
    },
  }),
  getAttendance: ({ createWorkshop }) => ({ url: `/v1/workshops/${createWorkshop.id}/attendance` }),
  getExactAttendance: ({ createWorkshop }) => ({
    url: `/v1/workshops/${createWorkshop.id}/exact-attendance`,
    headers: association,
  }),
  addParticipant: ({ createWorkshop }) => ({
    method: 'POST',
    url: `/v1/workshops/${createWorkshop.id}/participants`,
    headers: association,
    payload: {
      name: 'Exemple Exemple',
      category: 'civil_society',
      role: 'rapporteur',
      legal_basis: 'Consentement écrit du 19 janvier 2026 (loi 09-08, art. 4)',
      consent_version: '2026-01',
      retention_until: '2028-01-31',
    },
  }),
  listParticipants: ({ createWorkshop }) => ({
    url: `/v1/workshops/${createWorkshop.id}/participants`,
    headers: association,
  }),
  getParticipant: ({ createWorkshop, addParticipant }) => ({
    url: `/v1/workshops/${createWorkshop.id}/participants/${addParticipant.id}`,
    headers: association,
  }),
  removeParticipant: ({ createWorkshop, addParticipant }) => ({
    method: 'DELETE',
    url: `/v1/workshops/${createWorkshop.id}/participants/${addParticipant.id}`,
    headers: held(1),
  }),
  listEvents: '/v1/events?from=2026-01-01&limit=2',
  listWorkshopHistory: ({ createWorkshop }) => ({ url: `/v1/workshops/${createWorkshop.id}/history` }),
  uploadDocument: () => upload('kind=letter&title.fr=Lettre%20de%20candidature&language=fr&published=true'),
  listDocuments: '/v1/documents',
  getDocument: ({ uploadDocument }) => ({ url: `/v1/documents/${uploadDocument.id}` }),
  getDocumentContent: ({ uploadDocument }) => ({ url: `/v1/documents/${uploadDocument.id}/content` }),
  editDocument: ({ uploadDocument }) => ({
    method: 'PATCH',
    url: `/v1/documents/${uploadDocument.id}`,
    headers: held(1),
    payload: { title: { ar: 'رسالة الترشيح' }, sources: [SOURCE] },
  }),
  listDocumentHistory: ({ uploadDocument }) => ({ url: `/v1/documents/${uploadDocument.id}/history` }),
  deleteDocument: async (_, app) => {
    const { id } = (await app.inject(upload('kind=other&title.fr=Essai'))).json()
    return { method: 'DELETE', url: `/v1/documents/${id}?reason=Essai`, headers: held(1) }
  },
  listActionPlans: '/v1/action-plans',
  getActionPlan: `/v1/action-plans/${PLAN}?include=axes,drafts`,
  listActionPlanTransitions: `/v1/action-plans/${PLAN}/transitions`,
  listDrafts: `/v1/action-plans/${PLAN}/drafts`,
  getDraft: `/v1/action-plans/${PLAN}/drafts/2`,
  getDraftDiff: `/v1/action-plans/${PLAN}/drafts/1/diff/2`,
  listActionPlanHistory: `/v1/action-plans/${PLAN}/history?limit=2`,
  listDraftHistory: `/v1/action-plans/${PLAN}/drafts/1/history?limit=2`,
  listCommitments: '/v1/commitments',
  getCommitment: `/v1/commitments/${COMMITMENT}`,
  addProgressReport: () => ({
    method: 'POST',
    url: `/v1/commitments/${ADOPTED_COMMITMENT}/progress-reports`,
    headers: as('member_editor', '09.541.01.01'),
    payload: {
      reported_on: { value: '2026-02-01' },
      period: { starts_on: { value: '2026-01' }, ends_on: { value: '2026-01' } },
      percentage: 40,
      text: { ar: 'نشرت نصف الخطوط (مثال)', fr: 'La moitié des lignes est publiée (exemple)' },
      milestones: [{ key: 'map', done_on: { value: '2026-01-30' } }],
      sources: [SOURCE],
    },
  }),
  listProgressReports: '/v1/progress-reports?collectivity=09.541.01.01&reported_on_gte=2026-01-01',
  listCommitmentProgressReports: `/v1/commitments/${ADOPTED_COMMITMENT}/progress-reports`,
  getProgressReport: ({ addProgressReport }) => ({ url: `/v1/progress-reports/${addProgressReport.id}` }),
  editProgressReport: ({ addProgressReport }) => ({
    method: 'PATCH',
    url: `/v1/progress-reports/${addProgressReport.id}`,
    headers: held(1),
    payload: { percentage: 50 },
  }),
  addAssessment: () => ({
    method: 'POST',
    url: `/v1/commitments/${ADOPTED_COMMITMENT}/assessments`,
    headers: association,
    payload: {
      assessed_on: { value: '2026-02-01' },
      completion: 'limited',
      assessor: { name: { fr: 'Organisation indépendante (exemple)' } },
      method: { fr: 'Visite et lecture des pages publiées' },
      sources: [SOURCE],
    },
  }),
  listAssessments: '/v1/assessments?collectivity=09.541.01.01&assessed_on_gte=2026-01-01',
  listCommitmentAssessments: `/v1/commitments/${ADOPTED_COMMITMENT}/assessments`,
  getAssessment: ({ addAssessment }) => ({ url: `/v1/assessments/${addAssessment.id}` }),
  editAssessment: ({ addAssessment }) => ({
    method: 'PATCH',
    url: `/v1/assessments/${addAssessment.id}`,
    headers: held(1),
    payload: { completion: 'substantial' },
  }),
  getCommitmentLineage: `/v1/commitments/${ADOPTED_COMMITMENT}/lineage`,
  withdrawProgressReport: ({ addProgressReport }) => ({
    method: 'POST',
    url: `/v1/progress-reports/${addProgressReport.id}/withdrawal`,
    headers: held(2),
    payload: { reason: 'Rapport d’un autre projet' },
  }),
  withdrawAssessment: ({ addAssessment }) => ({
    method: 'POST',
    url: `/v1/assessments/${addAssessment.id}/withdrawal`,
    headers: held(2),
    payload: { reason: 'Méthode mise en cause' },
  }),
  listProgressReportHistory: ({ addProgressReport }) => ({
    url: `/v1/progress-reports/${addProgressReport.id}/history`,
  }),
  listAssessmentHistory: ({ addAssessment }) => ({
    url: `/v1/assessments/${addAssessment.id}/history`,
  }),
  createActionPlan: () => ({
    method: 'POST',
    url: '/v1/action-plans',
    headers: as('member_editor', '09.541'),
    payload: {
      collectivities: [{ collectivity: '09.541' }],
      cycle: { starts_on: { value: '2026' } },
      programme: { acronym: 'PACTO' },
      sources: [SOURCE],
    },
  }),
  putDraft: ({ createActionPlan }) => ({
    method: 'PUT',
    url: `/v1/action-plans/${createActionPlan.id}/drafts/1`,
    headers: held(1),
    payload: {
      axes: [
        {
          key: 'digital',
          title: { ar: 'الرقمنة', fr: 'Digitalisation' },
          rationale: { ar: 'آلية للحكامة الجيدة', fr: 'Mécanisme de bonne gouvernance' },
          principles: ['digitalisation'],
          commitments: [
            {
              title: { ar: 'نشر مداولات المجلس (مثال)', fr: 'Publier les délibérations (exemple)' },
              problem: { fr: 'Les délibérations ne se trouvent pas en ligne.' },
              principles: ['transparency', 'access_to_information'],
              budget: { amount: '125000.00', currency: 'MAD' },
              milestones: [{ title: { fr: 'Premier recueil en ligne' }, due_on: { value: '2026-09' } }],
            },
          ],
        },
      ],
    },
  }),
  editDraft: ({ createActionPlan }) => ({
    method: 'PATCH',
    url: `/v1/action-plans/${createActionPlan.id}/drafts/1`,
    headers: held(2),
    payload: { sources: [SOURCE] },
  }),
  editActionPlan: ({ createActionPlan }) => ({
    method: 'PATCH',
    url: `/v1/action-plans/${createActionPlan.id}`,
    headers: held(1),
    payload: { follow_up_committee: { established_on: { value: '2026-02' }, president_from: 'elected' } },
  }),
  listActionPlanActions: ({ createActionPlan }) => ({
    url: `/v1/action-plans/${createActionPlan.id}/actions`,
    headers: association,
  }),
  announceConsultation: () => ({
    method: 'POST',
    url: '/v1/consultations',
    headers: as('member_editor', '09.541.01.13'),
    payload: {
      plan_id: PLAN,
      round: 2,
      draft: 2,
      title: { ar: 'تشاور عمومي (مثال)', fr: 'Consultation publique (exemple)' },
      channels: ['online_form', 'in_person'],
      opens_at: { value: '2026-03-02T09:00:00Z' },
      closes_at: { value: '2026-03' },
      sources: [SOURCE],
    },
  }),
  listConsultations: '/v1/consultations?open_on=2026-03-15',
  getConsultation: ({ announceConsultation }) => ({ url: `/v1/consultations/${announceConsultation.id}` }),
  editConsultation: ({ announceConsultation }) => ({
    method: 'PATCH',
    url: `/v1/consultations/${announceConsultation.id}`,
    headers: held(1),
    payload: { closes_at: { value: '2026-04-15T17:00:00Z' } },
  }),
  listConsultationHistory: ({ announceConsultation }) => ({
    url: `/v1/consultations/${announceConsultation.id}/history`,
  }),
  stepConsultation: ({ announceConsultation }) => ({
    method: 'POST',
    url: `/v1/consultations/${announceConsultation.id}/transitions`,
    headers: held(2),
    payload: { action: 'cancel', reason: 'Reportée à la demande du comité de suivi' },
  }),
  deleteConsultation: async (_, app) => {
    const payload = { plan_id: PLAN, round: 1, channels: ['in_person'], sources: [SOURCE] }
    const made = await app.inject({ method: 'POST', url: '/v1/consultations', headers: association, payload })
    return { method: 'DELETE', url: `/v1/consultations/${made.json().id}`, headers: held(1) }
  },
  sendContribution: async (_, app) => {
    const payload = {
      plan_id: PLAN,
      round: 2,
      draft: 2,
      channels: ['online_form', 'in_person'],
      opens_at: { value: '2026-02-01T09:00:00Z' },
      sources: [SOURCE],
    }
    const open = await app.inject({ method: 'POST', url: '/v1/consultations', headers: association, payload })
    return {
      method: 'POST',
      url: `/v1/consultations/${open.json().id}/contributions`,
      payload: {
        language: 'ar',
        problem: 'لا نعرف أوقات النقل المدرسي (مثال)',
        proposed_solution: 'نشر الأوقات في كل مدرسة',
        axis: 'transport',
        contact: { name: 'Exemple Exemple', publish_name: true, consent_version: '2026-01' },
      },
    }
  },
  stepContribution: async ({ sendContribution: { id } }, app) => {
    const url = `/v1/contributions/${id}/transitions`
    await app.inject({ method: 'POST', url, headers: held(1), payload: { action: 'publish' } })
    return {
      method: 'POST',
      url,
      headers: held(2),
      payload: { action: 'accept', commitment: 'school-bus', reason: 'Repris dans le projet' },
    }
  },
  listContributions: ({ sendContribution }) => ({
    url: `/v1/contributions?consultation=${sendContribution.consultation_id}`,
  }),
  listConsultationContributions: ({ sendContribution }) => ({
    url: `/v1/consultations/${sendContribution.consultation_id}/contributions`,
  }),
  getContribution: ({ sendContribution }) => ({ url: `/v1/contributions/${sendContribution.id}` }),
  getContributionContact: ({ sendContribution }) => ({
    url: `/v1/contributions/${sendContribution.id}/contact`,
    headers: association,
  }),
  listContributionHistory: ({ sendContribution }) => ({
    url: `/v1/contributions/${sendContribution.id}/history`,
  }),
  getConsultationOutcome: ({ sendContribution }) => ({
    url: `/v1/consultations/${sendContribution.consultation_id}/outcome`,
  }),
  eraseContributionContact: ({ sendContribution }) => ({
    method: 'DELETE',
    url: `/v1/contributions/${sendContribution.id}/contact`,
    headers: held(3),
  }),
  beginDraft: async ({ sendContribution }, app) => {
    await app.inject({
      method: 'POST',
      url: `/v1/consultations/${sendContribution.consultation_id}/transitions`,
      headers: { ...association, 'if-match': '*' },
      payload: { action: 'cancel', reason: 'Fin de l’exemple' },
    })
    return { method: 'POST', url: `/v1/action-plans/${PLAN}/drafts`, headers: association }
  },
  stepActionPlan: () => ({
    method: 'POST',
    url: `/v1/action-plans/${PLAN}/transitions`,
    headers: { ...association, 'if-match': '*' },
    payload: {
      action: 'validate',
      effective_on: { value: '2026-02-02' },
      reason: 'Réunion du comité de suivi',
    },
  }),
  createApprovalSession: () => ({
    method: 'POST',
    url: '/v1/approval-sessions',
    headers: association,
    payload: {
      plan_id: PLAN,
      collectivity: '09.541.01.13',
      kind: 'ordinary',
      announced_as: { fr: 'Session ordinaire de février 2026 (exemple)' },
      opens_on: { value: '2026-02-02' },
      sources: [SOURCE],
    },
  }),
  listApprovalSessionHistory: ({ createApprovalSession }) => ({
    url: `/v1/approval-sessions/${createApprovalSession.id}/history`,
  }),
  editApprovalSession: ({ createApprovalSession }) => ({
    method: 'PATCH',
    url: `/v1/approval-sessions/${createApprovalSession.id}`,
    headers: held(1),
    payload: {
      members_in_office: 35,
      members_in_office_on: '2026-02-02',
      item_on_agenda: true,
      notice_sent_on: '2026-01-26',
    },
  }),
  stepApprovalSession: ({ createApprovalSession }) => ({
    method: 'POST',
    url: `/v1/approval-sessions/${createApprovalSession.id}/transitions`,
    headers: held(2),
    payload: { action: 'convene' },
  }),
  recordSitting: ({ createApprovalSession }) => ({
    method: 'POST',
    url: `/v1/approval-sessions/${createApprovalSession.id}/sittings`,
    headers: association,
    payload: { call: 1, held_on: '2026-02-02', present_at_opening: 17 },
  }),
  removeSitting: ({ createApprovalSession }) => ({
    method: 'DELETE',
    url: `/v1/approval-sessions/${createApprovalSession.id}/sittings/1`,
    headers: held(4),
  }),
  putVote: async ({ createApprovalSession, recordSitting }, app) => {
    const url = `/v1/approval-sessions/${createApprovalSession.id}`
    const headers = { ...association, 'if-match': '*' }
    const payload = { action: 'schedule', effective_on: { value: '2026-02-02' } }
    await app.inject({ method: 'POST', url: `/v1/action-plans/${PLAN}/transitions`, headers, payload })
    const { call, held_on } = recordSitting.sittings[0]
    const opened = { call, held_on, present_at_opening: 28 }
    await app.inject({ method: 'POST', url: `${url}/sittings`, headers, payload: opened })
    return {
      method: 'PUT',
      url: `${url}/vote`,
      headers,
      payload: {
        sitting: 1,
        for: 2,
        against: 1,
        abstentions: 25,
        president_side: 'for',
        roll: {
          legal_basis: 'Procès-verbal (loi organique 113-14, art. 43)',
          retention_until: '2028-01-31',
          voters: [
            { name: 'Exemple A', side: 'for' },
            { name: 'Exemple B', side: 'for' },
            { name: 'Exemple C', side: 'against' },
          ],
        },
      },
    }
  },
  getRoll: ({ createApprovalSession }) => ({
    url: `/v1/approval-sessions/${createApprovalSession.id}/vote/roll`,
    headers: association,
  }),
  listApprovalSessions: '/v1/approval-sessions?collectivity=09.541.01.13&limit=1',
  getApprovalSession: ({ createApprovalSession }) => ({
    url: `/v1/approval-sessions/${createApprovalSession.id}`,
  }),
  listApprovalSessionActions: ({ createApprovalSession }) => ({
    url: `/v1/approval-sessions/${createApprovalSession.id}/actions`,
    headers: association,
  }),
  deleteActionPlan: ({ createActionPlan }) => ({
    method: 'DELETE',
    url: `/v1/action-plans/${createActionPlan.id}`,
    headers: held(2),
  }),
  getMe: () => ({ url: '/v1/me', headers: as('member_editor', '09.541') }),
  createApiKey: () => ({
    method: 'POST',
    url: '/v1/api-keys',
    headers: admin,
    payload: {
      name: 'Publication of the plans of Taroudannt',
      roles: ['member_editor'],
      collectivities: ['09.541'],
      expires_at: '2027-01-31T23:00:00.000Z',
    },
  }),
  getApiKey: ({ createApiKey }) => ({ url: `/v1/api-keys/${createApiKey.id}`, headers: admin }),
  revokeApiKey: ({ createApiKey }) => ({
    method: 'POST',
    url: `/v1/api-keys/${createApiKey.id}/revocation`,
    headers: admin,
    payload: { reason: 'The program is no longer in use' },
  }),
  listApiKeys: () => ({ url: '/v1/api-keys', headers: admin }),
  createWebhookEndpoint: () => ({
    method: 'POST',
    url: '/v1/webhook-endpoints',
    headers: association,
    payload: {
      name: 'The mirror of the dashboard',
      url: 'https://dashboard.example.org/hooks/infitah',
      types: ['action_plan', 'draft', 'approval_session'],
      territory: '09.541',
      exclude_own: true,
    },
  }),
  getWebhookEndpoint: ({ createWebhookEndpoint }) => ({
    url: `/v1/webhook-endpoints/${createWebhookEndpoint.id}`,
    headers: association,
  }),
  editWebhookEndpoint: ({ createWebhookEndpoint }) => ({
    method: 'PATCH',
    url: `/v1/webhook-endpoints/${createWebhookEndpoint.id}`,
    headers: held(1),
    payload: { types: null, payload: 'full' },
  }),
  stepWebhookEndpoint: ({ createWebhookEndpoint }) => ({
    method: 'POST',
    url: `/v1/webhook-endpoints/${createWebhookEndpoint.id}/transitions`,
    headers: held(2),
    payload: { action: 'pause' },
  }),
  replayWebhookEndpoint: ({ createWebhookEndpoint, listChanges }) => ({
    method: 'POST',
    url: `/v1/webhook-endpoints/${createWebhookEndpoint.id}/replay`,
    headers: association,
    payload: { after: listChanges.page.next_cursor },
  }),
  pingWebhookEndpoint: ({ createWebhookEndpoint }) => ({
    method: 'POST',
    url: `/v1/webhook-endpoints/${createWebhookEndpoint.id}/ping`,
    headers: association,
  }),
  rotateWebhookSecret: ({ createWebhookEndpoint }) => ({
    method: 'POST',
    url: `/v1/webhook-endpoints/${createWebhookEndpoint.id}/secret-rotation`,
    headers: association,
    payload: {},
  }),
  listWebhookDeliveries: () => ({
    url: `/v1/webhook-endpoints/${ENDPOINT}/deliveries`,
    headers: association,
  }),
  listWebhookEndpoints: () => ({ url: '/v1/webhook-endpoints', headers: association }),
  removeWebhookEndpoint: ({ createWebhookEndpoint }) => ({
    method: 'DELETE',
    url: `/v1/webhook-endpoints/${createWebhookEndpoint.id}`,
    headers: { ...association, 'if-match': '*' },
  }),
  importMembers: () => ({
    method: 'POST',
    url: '/v1/member-imports?on_error=continue',
    headers: association,
    payload: [
      {
        hcp_code: '09.541.01.01',
        joined_on: '2026-01',
        'evidence.kind': 'letter',
        'identifier.association': 'A-124',
        sources: [SOURCE],
      },
      { hcp_code: '09.541.99.99', joined_on: '2026-13', sources: [SOURCE] },
    ],
  }),
  getMemberImport: ({ importMembers }) => ({
    url: `/v1/member-imports/${importMembers.id}`,
    headers: association,
  }),
  listMemberImportRows: ({ importMembers }) => ({
    url: `/v1/member-imports/${importMembers.id}/rows`,
    headers: association,
  }),
  getMemberImportErrors: ({ importMembers }) => ({
    url: `/v1/member-imports/${importMembers.id}/errors.csv`,
    headers: association,
  }),
  revertMemberImport: ({ importMembers }) => ({
    method: 'POST',
    url: `/v1/member-imports/${importMembers.id}/revert`,
    headers: association,
  }),
  listMemberImports: () => ({ url: '/v1/member-imports', headers: association }),
}

/** One JSON form for the committed file: two spaces, a line break at the end. */
export const write = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`

/** UUIDs of version 7 are new each time; in the examples they are numbered. */
function numbered(text: string): string {
  const known = new Map<string, string>()
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, (id) => {
    const name = known.get(id) ?? `01900000-0000-7000-8000-${String(known.size + 1).padStart(12, '0')}`
    known.set(id, name)
    return name
  })
}

/** Keys are new each time too, and an example of one must not look like somebody's. */
function withoutKeys(text: string): string {
  return (
    text
      .replace(/inf_live_[\w-]{43}/g, `inf_live_${'x'.repeat(43)}`)
      .replace(/whsec_[\w+/=]{44}/g, `whsec_${'x'.repeat(44)}`)
      // Those of snapshots, which hold the ids of records.
      .replace(/("bytes": )\d+(,\s+"sha256": )"[0-9a-f]{64}"/g, `$11234$2"${'0'.repeat(64)}"`)
      .replace(/("byteSize": )\d+/g, '$11234')
      .replace(/("checksumValue": )"[0-9a-f]{64}"/g, `$1"${'0'.repeat(64)}"`)
      .replace(/("ends_with": )"[\w-]{4}"/g, '$1"xxxx"')
  )
}

/**
 * The contract, made from the routes, with an example of every operation from a real answer of this service.
 *
 * @param app whose identity is roleIdentity, on a database with nothing but the real data
 * @param addresses gets the address of each example, as it is in this database
 */
export async function contractDocument(
  app: FastifyInstance,
  addresses = new Map<string, string>(),
): Promise<string> {
  const document: Loose = JSON.parse(JSON.stringify((app as Loose).swagger()))
  const operations = new Map<string, Loose>(
    Object.values<Loose>(document.paths)
      .flatMap((item) => Object.values<Loose>(item))
      .map((operation) => [operation.operationId, operation]),
  )
  const seen: Record<string, Loose> = {}
  for (const [id, example] of Object.entries(EXAMPLES)) {
    const operation = operations.get(id)
    if (operation === undefined)
      throw new Error(`test/support/document.ts has an example of ${id}, which is no operation`)
    operations.delete(id)
    const request = typeof example === 'string' ? { url: example } : await example(seen, app)
    const answer = await app.inject(request)
    if (answer.statusCode >= 300) throw new Error(`the example of ${id}: ${answer.body}`)
    if (request.payload !== undefined)
      Object.values<Loose>(operation.requestBody.content)[0].example = request.payload
    if (answer.body !== '') {
      const type = String(answer.headers['content-type']).split(';')[0]!
      seen[id] = /[/+]json$/.test(type) ? answer.json() : answer.body
      operation.responses[answer.statusCode].content[type].example = seen[id]
    }
    operation['x-example-request'] = request.url
    addresses.set(id, request.url)
  }
  if (operations.size > 0)
    throw new Error(`test/support/document.ts has no example of ${[...operations.keys()].join(', ')}`)
  return withoutKeys(numbered(write(document)))
}
