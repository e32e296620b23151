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
  direction_control: {
    ar: 'يحتوي النص على {character}، وهو حرف خفي يقلب اتجاه ما بعده؛ احذفه (يقبل U+200E وU+200F).',
    fr: 'Le texte contient {character}, caractère invisible qui change le sens de ce qui suit ; retirez-le (U+200E et U+200F sont acceptés).',
    en: 'The text holds {character}, an invisible character that turns the direction of what follows; take it out (U+200E and U+200F are accepted).',
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
