/** What problems of webhooks are called, and what they say. */
export const WEBHOOK_PROBLEM_TEXTS = {
  owner_only: {
    title: { ar: 'لصاحبه وحده', fr: 'Réservé au propriétaire', en: 'For its owner alone' },
    detail: {
      ar: 'هذا الإجراء لمن أنشأ نقطة الاستقبال وحده؛ للإدارة أن تراها وتعطلها وتحذفها.',
      fr: 'Cette action revient à qui a créé le point de réception ; l’administration peut le voir, le désactiver et le supprimer.',
      en: 'This is for whoever made the endpoint; administrators may see it, disable it and remove it.',
    },
  },
  too_many_endpoints: {
    title: { ar: 'نقاط استقبال كثيرة', fr: 'Trop de points de réception', en: 'Too many endpoints' },
    detail: {
      ar: 'لكل صاحب {limit} نقطة استقبال على الأكثر؛ احذف إحداها أولا.',
      fr: 'Chacun a {limit} points de réception au plus ; supprimez-en un d’abord.',
      en: 'Each owner has {limit} endpoints at most; remove one first.',
    },
  },
} as const

export const WEBHOOK_FAULT_TEXTS = {
  url_not_allowed: {
    ar: 'يلزم عنوان https على مضيف في الإنترنت المفتوح، دون بيانات اعتماد ولا جزء بعد #، ولا عنوان خاص أو محلي.',
    fr: 'Il faut une adresse https sur un hôte de l’internet ouvert, sans identifiants ni fragment, ni adresse privée ou locale.',
    en: 'It takes an https address on a host of the open internet, without credentials or fragment, and no private or local address.',
  },
} as const
