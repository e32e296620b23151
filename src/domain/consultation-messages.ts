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
} as const
