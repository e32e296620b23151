/** What problems of plans and drafts are called, and what they say. */
export const PLAN_PROBLEM_TEXTS = {
  draft_frozen: {
    title: { ar: 'المسودة مجمدة', fr: 'Version figée', en: 'Frozen draft' },
    detail: {
      ar: 'المسودة {number} مجمدة منذ عرضها للتشاور أو المصادقة ولا تعدل؛ ابدأ مسودة جديدة منها: POST …/drafts.',
      fr: 'La version {number} est figée depuis sa consultation ou sa validation ; commencez-en une nouvelle, qui en est la copie : POST …/drafts.',
      en: 'Draft {number} has been frozen since it was consulted on or validated; begin a new one, as a copy of it: POST …/drafts.',
    },
  },
  draft_open: {
    title: { ar: 'توجد مسودة مفتوحة', fr: 'Une version est déjà ouverte', en: 'A draft is open already' },
    detail: {
      ar: 'المسودة {number} مفتوحة؛ عدلها هي (PUT …/drafts/{number})، فلا تفتح إلا مسودة واحدة في الوقت نفسه.',
      fr: 'La version {number} est ouverte ; modifiez celle-là (PUT …/drafts/{number}), une seule l’est à la fois.',
      en: 'Draft {number} is open; edit that one (PUT …/drafts/{number}), only one is open at a time.',
    },
  },
  overlapping_plan: {
    title: {
      ar: 'برنامج آخر للمدة نفسها',
      fr: 'Un autre programme couvre la même période',
      en: 'Another plan covers the same time',
    },
    detail: {
      ar: 'للجماعة الترابية {collectivity} برنامج آخر للمدة نفسها: {value}. عدله، أو اسحبه، أو صحح الدورة، أو اذكر لكل منهما إطارا مختلفا (programme).',
      fr: 'La collectivité {collectivity} a un autre programme pour la même période : {value}. Modifiez-le, retirez-le, corrigez le cycle, ou nommez pour chacun un cadre différent (programme).',
      en: 'Collectivity {collectivity} has another plan for the same time: {value}. Edit or withdraw that one, correct the cycle, or name a different programme for each.',
    },
  },
} as const

export const PLAN_FAULT_TEXTS = {
  overlaps: {
    ar: 'تتقاطع الدورة مع دورة البرنامج {value}.',
    fr: 'Le cycle recoupe celui du programme {value}.',
    en: 'The cycle overlaps that of plan {value}.',
  },
  no_axis: {
    ar: 'ليس في المسودة أي محور؛ يلزم محور واحد على الأقل.',
    fr: 'La version n’a aucun axe ; il en faut un au moins.',
    en: 'The draft has no axis; it takes one at least.',
  },
  too_many_commitments: {
    ar: 'في المسودة أكثر من {limit} مشروع.',
    fr: 'La version compte plus de {limit} projets.',
    en: 'The draft has more than {limit} commitments.',
  },
  no_such_draft: {
    ar: 'ليس للبرنامج مسودة رقمها {value}.',
    fr: 'Le programme n’a pas de version {value}.',
    en: 'The plan has no draft {value}.',
  },
} as const

/** A hint, not a fault: most plans have four axes, and a plan may have more or fewer. */
export const UNUSUAL_AXES = {
  code: 'axes_not_four',
  pointer: '/axes',
  detail: {
    ar: 'جرت العادة أن يكون للبرنامج أربعة محاور؛ ليس هذا شرطا.',
    fr: 'Un programme a d’ordinaire quatre axes ; ce n’est pas une condition.',
    en: 'A plan usually has four axes; it is no condition.',
  },
} as const
