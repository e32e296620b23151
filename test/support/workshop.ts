/** A workshop with something in every field; a place that is real, and nobody who is. */
export const SOURCE = { title: 'Procès-verbal', publisher: 'Conseil provincial', published_on: '2026-01-20' }

export const workshop = (collectivity = '09.541') => ({
  kind: 'co_creation',
  collectivities: [collectivity],
  mode: 'in_person',
  title: { ar: 'ورشة الإعداد المشترك', fr: 'Atelier de co-création' },
  subject: { fr: 'Préparer ensemble le programme d’ouverture' },
  audience: { fr: 'Élus et associations' },
  programme: { fr: 'PACTO' },
  held_on: { value: '2026-01-19' },
  part_of_day: 'morning',
  starts_at: '09:30',
  ends_at: '13:00',
  place: {
    collectivity,
    venue: { fr: 'Siège du conseil' },
    room: { ar: 'قاعة الاجتماعات' },
    address: { fr: 'Avenue Exemple' },
    point: { longitude: -8.877, latitude: 30.472 },
    capacity: 40,
  },
  link: 'https://example.org/visio',
  host: { collectivity, name: { fr: 'Conseil provincial' } },
  chair: { name: { fr: 'Exemple Un' }, function: { fr: 'Président' } },
  officials: [
    {
      name: { ar: 'مثال الضردوري' },
      name_variants: [{ lang: 'ar', value: 'مثال الدردوري', note: 'Deux graphies dans la source' }],
      function: { fr: 'Deuxième vice-président' },
    },
  ],
  agenda: [
    { starts_at: '09:30', title: { fr: 'Accueil' } },
    {
      starts_at: '10:00',
      ends_at: '10:20',
      title: { fr: 'Mot d’ouverture' },
      speaker: { name: { fr: 'Exemple Deux' }, function: { fr: 'Vice-président' } },
      on_behalf_of: { name: { fr: 'Exemple Un' }, function: { fr: 'Président' } },
    },
  ],
  breakout_groups: [
    {
      topic: { ar: 'السياحة: إكراهات وحلول' },
      components: ['elected', 'civil_society', 'staff'],
      facilitator: { component: 'staff', function: { fr: 'Chef de service' } },
      rapporteur: { component: 'civil_society' },
      outputs: [
        { kind: 'problem', text: { fr: 'Trop peu de signalisation' } },
        { kind: 'idea', text: { fr: 'Un sentier balisé' } },
      ],
    },
  ],
  sources: [SOURCE],
})
