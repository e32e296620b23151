/** Why nothing can be done now: each of these is a 503. */
export const OUTAGE_TEXTS = {
  identity_unavailable: {
    title: {
      ar: 'خدمة الهوية غير متاحة',
      fr: 'Service d’identité indisponible',
      en: 'Identity provider unavailable',
    },
    detail: {
      ar: 'لا يمكن التحقق من الرمز الآن: مفاتيح مزود الهوية غير متاحة. أعد المحاولة بعد قليل.',
      fr: 'Le jeton ne peut pas être vérifié : les clés du fournisseur d’identité ne sont pas joignables. Réessayez bientôt.',
      en: 'The token cannot be checked: the keys of the identity provider cannot be had. Try again soon.',
    },
  },
  database_unavailable: {
    title: {
      ar: 'الخدمة غير متاحة مؤقتا',
      fr: 'Service momentanément indisponible',
      en: 'Service unavailable',
    },
    detail: { ar: '', fr: '', en: '' },
  },
  timeout: {
    title: { ar: 'استغرقت الإجابة وقتا طويلا', fr: 'Réponse trop longue', en: 'The answer took too long' },
    detail: { ar: '', fr: '', en: '' },
  },
  outcome_unknown: {
    title: {
      ar: 'لا يُعرف هل حُفظ التغيير',
      fr: 'On ne sait pas si l’écriture est faite',
      en: 'Outcome unknown',
    },
    detail: {
      ar: 'انقطع الاتصال بقاعدة البيانات أثناء حفظ التغيير، وقد يكون حُفظ. أعد الطلب نفسه بمفتاح Idempotency-Key نفسه، أو اقرأ السجل لتعرف.',
      fr: 'La connexion à la base de données s’est rompue pendant l’enregistrement, qui a pu se faire. Renvoyez la même requête avec la même Idempotency-Key, ou relisez l’enregistrement pour savoir.',
      en: 'The connection to the database broke while the change was being saved, and it may have been. Send the same request with the same Idempotency-Key, or read the record to find out.',
    },
  },
  overloaded: {
    title: { ar: 'الخدمة مثقلة بالطلبات', fr: 'Service surchargé', en: 'Service overloaded' },
    detail: {
      ar: 'الطلبات الآن أكثر مما يمكن تلبيته. لم يُنجز شيء من هذا الطلب؛ أعد إرساله بعد المهلة المذكورة في Retry-After.',
      fr: 'Les demandes dépassent ce qui peut être servi en ce moment. Rien n’a été fait de celle-ci ; renvoyez-la après le délai de Retry-After.',
      en: 'More is being asked than can be answered now. Nothing of this request was done; send it again after Retry-After.',
    },
  },
}
