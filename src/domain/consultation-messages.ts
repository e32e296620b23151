/** What problems of consultations and contributions are called, and what they say. */
export const CONSULTATION_PROBLEM_TEXTS = {
  consultation_announced: {
    title: { ar: 'تشاور معلن عنه', fr: 'Consultation annoncée', en: 'Consultation announced' },
    detail: {
      ar: 'أعلن عن تشاور حول هذا البرنامج ولم يفتح بعد؛ ألغه أولا أو انتظر نهايته.',
      fr: 'Une consultation de ce programme est annoncée et n’a pas encore ouvert ; annulez-la d’abord, ou attendez sa fin.',
      en: 'A consultation of this plan is announced and has not opened yet; cancel it first, or wait until it is over.',
    },
  },
  consultation_not_open: {
    title: { ar: 'التشاور غير مفتوح', fr: 'Consultation non ouverte', en: 'Consultation not open' },
    detail: {
      ar: 'لا تقبل المساهمات إلا ما دام التشاور مفتوحا (من {opens} إلى {closes}).',
      fr: 'Les contributions ne sont reçues que tant que la consultation est ouverte (du {opens} au {closes}).',
      en: 'Contributions are taken only while the consultation is open (from {opens} to {closes}).',
    },
  },
} as const

export const CONSULTATION_FAULT_TEXTS = {
  closes_before_it_opens: {
    ar: 'ينتهي التشاور قبل أن يبدأ.',
    fr: 'La consultation se termine avant de commencer.',
    en: 'The consultation closes before it opens.',
  },
  closes_without_opening: {
    ar: 'نهاية بلا بداية: يلزم opens_at.',
    fr: 'Une fin sans début : il faut opens_at.',
    en: 'An end without a beginning: opens_at is needed.',
  },
  already_past: {
    ar: 'هذا الوقت مضى والتشاور مفتوح.',
    fr: 'Ce moment est passé, et la consultation est ouverte.',
    en: 'That moment is past, and the consultation is open.',
  },
  fixed_since_opening: {
    ar: 'لا يتغير هذا بعد فتح التشاور.',
    fr: 'Ceci ne change plus une fois la consultation ouverte.',
    en: 'This does not change any more once the consultation has opened.',
  },
  fixed_since_closing: {
    ar: 'لا يتغير هذا بعد انتهاء التشاور أو إلغائه.',
    fr: 'Ceci ne change plus une fois la consultation close ou annulée.',
    en: 'This does not change any more once the consultation is closed or cancelled.',
  },
  no_draft_in_round_one: {
    ar: 'الجولة الأولى تجمع الأفكار ولا تتعلق بمسودة.',
    fr: 'Le premier tour recueille des idées : il ne porte sur aucune version.',
    en: 'The first round gathers ideas and is about no draft.',
  },
  no_such_plan: {
    ar: 'لا يوجد برنامج بالمعرف «{value}».',
    fr: 'Aucun programme n’a l’identifiant « {value} ».',
    en: 'No plan has the id "{value}".',
  },
  editors_only: {
    ar: 'لا يقول هذا إلا من يعدل البرنامج.',
    fr: 'Seuls ceux qui modifient le programme le disent.',
    en: 'Only those who edit the plan say this.',
  },
  not_a_channel: {
    ar: 'لا يقبل هذا التشاور المساهمات عبر «{value}».',
    fr: 'Cette consultation ne reçoit rien par « {value} ».',
    en: 'This consultation takes nothing by "{value}".',
  },
  in_the_future: {
    ar: 'هذا الوقت لم يحن بعد.',
    fr: 'Ce moment n’est pas encore venu.',
    en: 'That moment has not come yet.',
  },
  name_or_email: {
    ar: 'يلزم اسم أو بريد إلكتروني.',
    fr: 'Il faut un nom ou une adresse électronique.',
    en: 'A name or an e-mail address is needed.',
  },
  no_such_commitment: {
    ar: 'ليس في أي مسودة من البرنامج مشروع مفتاحه «{value}».',
    fr: 'Aucune version du programme n’a de projet de clé « {value} ».',
    en: 'No draft of the plan has a commitment with the key "{value}".',
  },
  no_such_contribution: {
    ar: 'ليس للبرنامج مساهمة منشورة بالمعرف «{value}».',
    fr: 'Le programme n’a pas de contribution publiée d’identifiant « {value} ».',
    en: 'The plan has no published contribution with the id "{value}".',
  },
  merged_into_itself: {
    ar: 'تضم المساهمة هكذا إلى نفسها.',
    fr: 'La contribution serait ainsi réunie à elle-même.',
    en: 'The contribution would be merged into itself.',
  },
} as const
