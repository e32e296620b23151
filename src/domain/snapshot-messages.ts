/** What problems of snapshots and their files are called, and what they say. */
export const SNAPSHOT_PROBLEM_TEXTS = {
  snapshot_being_made: {
    title: { ar: 'اللقطة قيد الإعداد', fr: 'Copie en préparation', en: 'Snapshot being made' },
    detail: {
      ar: 'يجري إعداد أول لقطة كاملة؛ أعد الطلب بعد المدة المذكورة في Retry-After.',
      fr: 'La copie complète est en préparation ; redemandez-la après le délai de Retry-After.',
      en: 'The snapshot is being made; ask again after the time in Retry-After.',
    },
  },
  range_not_satisfiable: {
    title: { ar: 'جزء خارج الملف', fr: 'Partie hors du fichier', en: 'Range not satisfiable' },
    detail: {
      ar: 'الجزء المطلوب في Range يبدأ بعد نهاية الملف؛ حجمه {size} بايت.',
      fr: 'La partie demandée par Range commence après la fin du fichier, qui a {size} octets.',
      en: 'The part that Range asks for begins after the end of the file, which has {size} bytes.',
    },
  },
} as const
