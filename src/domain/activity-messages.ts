/** What can be wrong with what members do: documents, workshops. */
export const ACTIVITY_TEXTS = {
  plan_of_others: {
    ar: 'لا تشترك هذه الورشة مع البرنامج في أي جماعة ترابية.',
    fr: 'Cet atelier n’a aucune collectivité en commun avec le programme.',
    en: 'The workshop and the plan have no collectivity in common.',
  },
  range_reversed: {
    ar: 'تقع نهاية المدة قبل بدايتها ({limit}).',
    fr: 'La fin de la période précède son début ({limit}).',
    en: 'The end of the range comes before its start ({limit}).',
  },
  title_required: {
    ar: 'يلزم عنوان بلغة واحدة على الأقل.',
    fr: 'Il faut un titre dans une langue au moins.',
    en: 'A title is needed, in one language at least.',
  },
  names_not_published: {
    ar: 'ورقة الحضور تحمل أسماء: لا تنشر، بل تنشر الأعداد (القانون 09-08).',
    fr: 'Une feuille de présence porte des noms : elle n’est pas publiée, les effectifs le sont (loi 09-08).',
    en: 'An attendance sheet holds names: it is not published, the counts are (law 09-08).',
  },
  image_needs_basis: {
    ar: 'الصورة معطى شخصي: لا تنشر دون أساس قانوني (القانون 09-08).',
    fr: 'Une image est une donnée personnelle : elle n’est pas publiée sans base légale (loi 09-08).',
    en: 'An image is personal data: it is not published without a legal basis (law 09-08).',
  },
  no_such_record: {
    ar: 'لا يوجد سجل من نوع {type} بالمعرف «{value}».',
    fr: 'Aucun enregistrement de type {type} n’a l’identifiant « {value} ».',
    en: 'No record of the type {type} has the id "{value}".',
  },
  unknown_content: {
    ar: 'محتوى الملف من نوع لا يقبل، أو ليس كاملا. النوع يعرف من المحتوى نفسه لا من اسمه.',
    fr: 'Le contenu du fichier est d’un type qui n’est pas accepté, ou incomplet. Le type se lit dans le contenu, pas dans le nom.',
    en: 'The content of the file is of a type that is not taken, or not whole. The type is read from the content, not from the name.',
  },
  other_content: {
    ar: 'يقول Content-Type «{value}» والمحتوى {found}.',
    fr: 'Content-Type dit « {value} » et le contenu est {found}.',
    en: 'Content-Type says "{value}" and the content is {found}.',
  },
  text_required: {
    ar: 'يلزم نص بلغة واحدة على الأقل.',
    fr: 'Il faut un texte dans une langue au moins.',
    en: 'A text is needed, in one language at least.',
  },
  ends_before_it_begins: {
    ar: 'ينتهي قبل أن يبدأ ({limit}).',
    fr: 'La fin précède le début ({limit}).',
    en: 'It ends before it begins ({limit}).',
  },
  outside_hours: {
    ar: 'خارج توقيت الورشة ({limit}).',
    fr: 'En dehors des heures de l’atelier ({limit}).',
    en: 'Outside the hours of the workshop ({limit}).',
  },
  before_the_item_before: {
    ar: 'قبل النقطة السابقة من جدول الأعمال ({limit}).',
    fr: 'Avant le point qui précède dans l’ordre du jour ({limit}).',
    en: 'Before the item that precedes it on the agenda ({limit}).',
  },
  axis_needs_plan: {
    ar: 'لا يرتبط بمحور إلا ما يرتبط ببرنامج: يلزم plan_id.',
    fr: 'Un axe est celui d’un plan : il faut plan_id.',
    en: 'An axis is a plan’s: plan_id is needed.',
  },
  no_such_axis: {
    ar: 'لا يوجد في مسودة منشورة من البرنامج محور بالمفتاح «{value}».',
    fr: 'Aucune version publiée du plan n’a d’axe de clé « {value} ».',
    en: 'No published draft of the plan has an axis with the key "{value}".',
  },
  more_present_than_capacity: {
    ar: 'الحاضرون ({present}) أكثر مما قيل إن القاعة تسعه ({capacity}).',
    fr: 'Il y a plus de présents ({present}) que ce que la salle contient, à ce qui en est dit ({capacity}).',
    en: 'More were present ({present}) than the hall was said to hold ({capacity}).',
  },
  not_with: {
    ar: 'لا يصلح هذا المعامل مع {other}.',
    fr: 'Ce paramètre ne va pas avec {other}.',
    en: 'This parameter does not go with {other}.',
  },
} as const
