import type { ConsultationStatus } from '../domain/consultation-types.ts'
import type { Text } from '../domain/messages.ts'
import type { PlanStatus, Principle } from '../domain/plan-types.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import type { Outcome, SessionKind, SessionStatus } from '../domain/session-types.ts'
import type { EVENT_TYPES } from '../events/words.ts'
import type { MemberStatus } from '../members/lifecycle.ts'
import type { Category, Mode, PartOfDay, WorkshopKind } from '../workshops/words.ts'

/** The closed words of the service as a reader meets them. Those that come later are shown as they are. */
type Words<Word extends string> = Readonly<Record<Word, Text>>
const w = (ar: string, fr: string, en: string): Text => ({ ar, fr, en })

export const TYPES: Words<CollectivityType> = {
  region: w('جهة', 'Région', 'Region'),
  provincial_council: w('مجلس عمالة أو إقليم', 'Conseil préfectoral ou provincial', 'Provincial council'),
  commune: w('جماعة', 'Commune', 'Commune'),
}

export const TYPES_COUNTED: Words<'regions' | 'provincial_councils' | 'communes' | 'total'> = {
  regions: w('الجهات', 'Régions', 'Regions'),
  provincial_councils: w(
    'مجالس العمالات والأقاليم',
    'Conseils préfectoraux et provinciaux',
    'Provincial councils',
  ),
  communes: w('الجماعات', 'Communes', 'Communes'),
  total: w('المجموع', 'Total', 'Total'),
}

export const PLAN_STAGES: Words<PlanStatus> = {
  drafting: w('قيد الإعداد', 'En préparation', 'Being drafted'),
  consulting: w('قيد التشاور', 'En consultation', 'In consultation'),
  validated: w(
    'مشروع مصادق عليه من اللجنة',
    'Projet validé par le comité',
    'Draft validated by the committee',
  ),
  scheduled: w('معروض على المجلس', 'Inscrit à une session', 'Before the council'),
  adopted: w('صادق عليه المجلس', 'Adopté par le conseil', 'Adopted by the council'),
  rejected: w('رفضه المجلس', 'Rejeté par le conseil', 'Rejected by the council'),
  implementing: w('قيد التنفيذ', 'En cours d’exécution', 'Being implemented'),
  evaluated: w('تم تقييمه', 'Évalué', 'Evaluated'),
  closed: w('منته', 'Clos', 'Closed'),
  withdrawn: w('مسحوب', 'Retiré', 'Withdrawn'),
}

/** Stages as the map colours them. */
export const STAGE_GROUP_WORDS: Words<'preparing' | 'consulting' | 'deciding' | 'adopted' | 'ended'> = {
  preparing: w('قيد الإعداد', 'En préparation', 'Being drafted'),
  consulting: w('قيد التشاور', 'En consultation', 'In consultation'),
  deciding: w('جاهز أو معروض على المجلس', 'Validé ou devant le conseil', 'Validated or before the council'),
  adopted: w('صادق عليه المجلس', 'Adopté par le conseil', 'Adopted by the council'),
  ended: w('رفض أو سحب', 'Rejeté ou retiré', 'Rejected or withdrawn'),
}

export const WORKSHOP_KINDS: Words<WorkshopKind> = {
  communication_meeting: w('لقاء تواصلي', 'Réunion de communication', 'Communication meeting'),
  training: w('ورشة تكوينية', 'Formation', 'Training'),
  co_creation: w('ورشة الإعداد المشترك', 'Atelier de co-création', 'Co-creation workshop'),
  consultation: w('ورشة استشارية', 'Atelier de consultation', 'Consultation workshop'),
  committee: w('اجتماع لجنة التتبع', 'Réunion du comité de suivi', 'Follow-up committee meeting'),
}

export const EVENT_WORDS: Words<(typeof EVENT_TYPES)[number]> = {
  workshop: w('ورشة', 'Atelier', 'Workshop'),
  consultation: w('تشاور عمومي', 'Consultation publique', 'Public consultation'),
  approval_session: w('دورة المصادقة', 'Session d’adoption', 'Approval session'),
}

export const EVENT_STATUS_WORDS: Words<'planned' | 'held' | SessionStatus | ConsultationStatus> = {
  planned: w('مبرمجة', 'Prévu', 'Planned'),
  held: w('انعقدت', 'Tenu', 'Held'),
  announced: w('معلن عنها', 'Annoncée', 'Announced'),
  convened: w('تم استدعاؤها', 'Convoquée', 'Convened'),
  quorum_failed: w('لم يكتمل النصاب', 'Quorum non atteint', 'No quorum'),
  open: w('مفتوحة', 'Ouverte', 'Open'),
  closed: w('اختتمت', 'Close', 'Closed'),
  cancelled: w('ألغيت', 'Annulée', 'Cancelled'),
}

export const SESSION_KIND_WORDS: Words<SessionKind> = {
  ordinary: w('دورة عادية', 'Session ordinaire', 'Ordinary session'),
  extraordinary_by_president: w(
    'دورة استثنائية بطلب من الرئيس',
    'Session extraordinaire à l’initiative du président',
    'Extraordinary session called by the president',
  ),
  extraordinary_by_members: w(
    'دورة استثنائية بطلب من الأعضاء',
    'Session extraordinaire à la demande des membres',
    'Extraordinary session asked for by members',
  ),
  extraordinary_of_right: w(
    'دورة استثنائية بحكم القانون',
    'Session extraordinaire de plein droit',
    'Extraordinary session of right',
  ),
}

export const OUTCOME_WORDS: Words<Outcome> = {
  adopted: w('صادق المجلس', 'Adopté', 'Adopted'),
  rejected: w('رفض المجلس', 'Rejeté', 'Rejected'),
  deferred: w('أجل المجلس البت', 'Reporté', 'Deferred'),
}

export const MEMBER_STATUS_WORDS: Words<MemberStatus> = {
  candidate: w('مرشحة', 'Candidate', 'Candidate'),
  active: w('عضو', 'Membre', 'Member'),
  suspended: w('عضوية موقوفة', 'Suspendue', 'Suspended'),
  withdrawn: w('منسحبة', 'Retirée', 'Withdrawn'),
}

export const MODE_WORDS: Words<Mode> = {
  in_person: w('حضوريا', 'En présence', 'In person'),
  remote: w('عن بعد', 'À distance', 'Remote'),
  hybrid: w('حضوريا وعن بعد', 'En présence et à distance', 'In person and remote'),
}

export const DAY_PARTS: Words<PartOfDay> = {
  morning: w('صباحا', 'matin', 'morning'),
  afternoon: w('بعد الزوال', 'après-midi', 'afternoon'),
  evening: w('مساء', 'soir', 'evening'),
  whole_day: w('طيلة اليوم', 'toute la journée', 'whole day'),
}

export const CATEGORY_WORDS: Words<Category> = {
  elected: w('المنتخبون', 'Élus', 'Elected members'),
  civil_society: w('المجتمع المدني', 'Société civile', 'Civil society'),
  staff: w('الموظفون', 'Personnel', 'Staff'),
  consultative_body: w('الهيئة الاستشارية', 'Instance consultative', 'Consultative body'),
  other: w('آخرون', 'Autres', 'Others'),
}

export const PRINCIPLE_WORDS: Words<Principle> = {
  transparency: w('الشفافية', 'Transparence', 'Transparency'),
  accountability: w('المساءلة', 'Redevabilité', 'Accountability'),
  access_to_information: w('الحق في الوصول إلى المعلومة', 'Accès à l’information', 'Access to information'),
  citizen_participation: w('المشاركة المواطنة', 'Participation citoyenne', 'Citizen participation'),
  digitalisation: w('الرقمنة', 'Digitalisation', 'Digitalisation'),
}

export const CHANNEL_WORDS: Words<
  'in_person' | 'online_form' | 'email' | 'post' | 'phone' | 'social_media' | 'other'
> = {
  in_person: w('حضوريا', 'en présence', 'in person'),
  online_form: w('عبر الإنترنت', 'en ligne', 'online'),
  email: w('بالبريد الإلكتروني', 'par courriel', 'by e-mail'),
  post: w('بالبريد', 'par courrier', 'by post'),
  phone: w('بالهاتف', 'par téléphone', 'by phone'),
  social_media: w('عبر شبكات التواصل', 'sur les réseaux sociaux', 'on social media'),
  other: w('بطريقة أخرى', 'autrement', 'otherwise'),
}

/** The word in three languages; one that this version does not know, as it is. */
export const wordOf = (words: Readonly<Record<string, Text>>, word: string): Text =>
  words[word] ?? { ar: word, fr: word, en: word }
