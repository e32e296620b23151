/** What can be wrong with how a value is written. */
export const FORM_TEXTS = {
  wrong_format: {
    ar: 'الصيغة المنتظرة: {expected}.',
    fr: 'Forme attendue : {expected}.',
    en: 'Expected form: {expected}.',
  },
  not_well_formed: {
    ar: 'النص ليس UTF-8 سليما أو يحتوي على حرف ممنوع (NUL أو حرف تحكم أو بديل منفرد).',
    fr: 'Le texte n’est pas de l’UTF-8 valide ou contient un caractère interdit (NUL, contrôle, demi-codet isolé).',
    en: 'The text is not valid UTF-8 or holds a forbidden character (NUL, a control character, a lone surrogate).',
  },
  not_percent_encoded: {
    ar: 'في العنوان حروف غير مرمزة بالنسبة المئوية. مع curl: --get --data-urlencode "q=…".',
    fr: 'L’adresse contient des octets non encodés (%XX). Avec curl : --get --data-urlencode "q=…".',
    en: 'The address holds bytes that are not percent-encoded (%XX). With curl: --get --data-urlencode "q=…".',
  },
  not_json: { ar: 'ليس JSON صحيحا.', fr: 'Ce n’est pas du JSON valide.', en: 'This is not valid JSON.' },
  too_deep: {
    ar: 'تداخل أعمق من {limit}.',
    fr: 'Imbrication de plus de {limit} niveaux.',
    en: 'Nested deeper than {limit}.',
  },
} as const
