/** What problems of reports and assessments are called, and what they say. */
export const PROGRESS_PROBLEM_TEXTS = {
  commitment_not_in_force: {
    title: {
      ar: 'مشروع ليس في المسودة السارية',
      fr: 'Projet absent de la version en vigueur',
      en: 'Commitment not in force',
    },
    detail: {
      ar: 'ليس المشروع في المسودة {number} التي اعتمدها المجلس؛ لا يتتبع إلا ما فيها.',
      fr: 'Le projet n’est pas dans la version {number}, que le conseil a adoptée ; seul ce qu’elle promet est suivi.',
      en: 'The commitment is not in draft {number}, which the council adopted; only what that one promises is followed.',
    },
  },
  withdrawn: {
    title: { ar: 'سبق سحبه', fr: 'Déjà retiré', en: 'Withdrawn' },
    detail: {
      ar: 'سحب هذا السجل بسببه المذكور، ولا يتغير بعد ذلك؛ أضف سجلا جديدا.',
      fr: 'Cet enregistrement a été retiré, avec son motif, et ne change plus ; ajoutez-en un nouveau.',
      en: 'This record was withdrawn, with its reason, and no longer changes; add a new one.',
    },
  },
} as const

export const PROGRESS_FAULT_TEXTS = {
  before_adoption: {
    ar: 'قبل اعتماد البرنامج ({limit}): لا يتتبع مشروع إلا ابتداء من الاعتماد.',
    fr: 'Avant l’adoption du programme ({limit}) : un projet n’est suivi qu’à partir d’elle.',
    en: 'Before the plan was adopted ({limit}): a commitment is followed from then on.',
  },
  not_yet: {
    ar: 'بعد {limit}: لا يسجل ما لم يحدث بعد.',
    fr: 'Après le {limit} : ce qui n’a pas encore eu lieu ne s’inscrit pas.',
    en: 'After {limit}: what has not happened by then is not recorded.',
  },
  stage_needed: {
    ar: 'تلزم المرحلة (stage) أو النسبة (percentage).',
    fr: 'Il faut l’étape (stage) ou le pourcentage (percentage).',
    en: 'It takes the stage or the percentage.',
  },
  stage_mismatch: {
    ar: 'لا توافق المرحلة نسبة {value} %: عند 0 not_started، وعند 100 completed، وبينهما غيرهما.',
    fr: 'L’étape ne va pas avec {value} % : not_started à 0, completed à 100, les autres entre les deux.',
    en: 'The stage does not go with {value} %: not_started at 0, completed at 100, the others in between.',
  },
  no_such_milestone: {
    ar: 'ليس للمشروع مرحلة مفتاحها «{value}» في المسودة السارية.',
    fr: 'Le projet n’a pas de jalon « {value} » dans la version en vigueur.',
    en: 'The commitment has no milestone "{value}" in the draft in force.',
  },
  no_such_document: {
    ar: 'لا توجد وثيقة منشورة بالمعرف «{value}».',
    fr: 'Aucun document publié n’a l’identifiant « {value} ».',
    en: 'No published document has the id "{value}".',
  },
  plan_not_adopted: {
    ar: 'البرنامج «{value}» لم يعتمد، فلا يكون سابقا لغيره.',
    fr: 'Le programme « {value} » n’a pas été adopté : rien ne lui fait suite.',
    en: 'The plan "{value}" was not adopted: none follows it.',
  },
  other_collectivity: {
    ar: 'البرنامج «{value}» لجماعة ترابية أخرى.',
    fr: 'Le programme « {value} » est d’une autre collectivité.',
    en: 'The plan "{value}" is of another collectivity.',
  },
  follows_itself: {
    ar: 'البرنامج «{value}» يلي هذا البرنامج، فلا يسبقه.',
    fr: 'Le programme « {value} » fait suite à celui-ci, ou est lui-même : il ne le précède pas.',
    en: 'The plan "{value}" comes after this one, or is this one: it is not the one before.',
  },
} as const

/** A hint, not a fault: work may begin ahead of its plan. */
export const DONE_BEFORE_START = {
  code: 'done_before_start',
  detail: {
    ar: 'أنجزت قبل بداية البرنامج.',
    fr: 'Fait avant le début du programme.',
    en: 'Done before the plan began.',
  },
} as const
