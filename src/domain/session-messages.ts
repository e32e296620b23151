import type { Text } from './messages.ts'

/** What can be wrong with what is said of a session: it cannot be true, or comes before its time. */
export const SESSION_FAULT_TEXTS = {
  not_of_the_plan: {
    ar: 'ليست «{value}» من الجماعات الترابية لهذا البرنامج.',
    fr: '« {value} » n’est pas une collectivité de ce programme.',
    en: '"{value}" is not a collectivity of this plan.',
  },
  members_unknown: {
    ar: 'يلزم أولا عدد الأعضاء المزاولين مهامهم (members_in_office).',
    fr: 'Il faut d’abord le nombre de membres en exercice (members_in_office).',
    en: 'The number of members in office (members_in_office) is needed first.',
  },
  day_unknown: {
    ar: 'يلزم أولا يوم افتتاح الدورة (opens_on).',
    fr: 'Il faut d’abord le jour d’ouverture de la session (opens_on).',
    en: 'The opening day of the session (opens_on) is needed first.',
  },
  call_out_of_turn: {
    ar: 'الاستدعاء المنتظر الآن هو {expected}.',
    fr: 'C’est maintenant le tour de {expected}.',
    en: 'What comes now is {expected}.',
  },
  before_the_session: {
    ar: 'قبل {limit}.',
    fr: 'Avant le {limit}.',
    en: 'Before {limit}.',
  },
  not_yet: {
    ar: 'بعد اليوم ({limit}): لا يسجل ما لم يقع.',
    fr: 'Après aujourd’hui ({limit}) : ce qui n’a pas eu lieu ne s’inscrit pas.',
    en: 'After today ({limit}): what has not happened is not recorded.',
  },
  after_the_sitting: {
    ar: 'بعد أول جلسة ({limit}).',
    fr: 'Après la première séance ({limit}).',
    en: 'After the first sitting ({limit}).',
  },
  fewer_than_counted: {
    ar: 'أقل من عدد الحاضرين أو المصوتين المسجلين ({limit}).',
    fr: 'Moins que de présents ou de votants inscrits ({limit}).',
    en: 'Fewer than were present or voted, as recorded ({limit}).',
  },
  changes_the_count: {
    ar: 'يغير هذا نصابا أو نتيجة سجلت على أساس القيمة السابقة.',
    fr: 'Cela changerait un quorum ou une issue comptés sur l’ancienne valeur.',
    en: 'This would change a quorum or an outcome that was counted on the value before.',
  },
  not_decided: {
    ar: 'لم يصوت المجلس بعد: لا شيء يلي التصويت.',
    fr: 'Le conseil n’a pas encore voté : rien ne suit le vote.',
    en: 'The council has not voted yet: nothing follows the vote.',
  },
  reason_required: {
    ar: 'يلزم سبب.',
    fr: 'Il faut un motif.',
    en: 'A reason is needed.',
  },
  not_opposed: {
    ar: 'ليست الدورة «{value}» دورة لهذا البرنامج والمجلس اعتمدت مسودة تعرض عليها الوالي أو العامل.',
    fr: 'La session « {value} » n’est pas une session de ce programme et de ce conseil dont l’adoption a fait l’objet d’une opposition.',
    en: 'The session "{value}" is not one of this plan and council whose adoption was opposed.',
  },
  more_than_members: {
    ar: 'أكثر من عدد الأعضاء المزاولين مهامهم ({limit}).',
    fr: 'Plus que de membres en exercice ({limit}).',
    en: 'More than there are members in office ({limit}).',
  },
  no_sitting: {
    ar: 'لم تسجل في هذه الدورة جلسة رقمها {value}.',
    fr: 'Aucune séance {value} n’est inscrite à cette session.',
    en: 'The session has no sitting {value} on record.',
  },
  no_quorum: {
    ar: 'لم يكتمل النصاب في افتتاح الدورة: لا تصويت قبله.',
    fr: 'Le quorum n’était pas réuni à l’ouverture : pas de vote avant lui.',
    en: 'There was no quorum at the opening: no vote before it.',
  },
  no_frozen_draft: {
    ar: 'لم تربط الدورة بعد بمسودة مجمدة: تبرمج في البرنامج (schedule).',
    fr: 'La session n’est pas encore liée à une version figée : le programme la fixe (schedule).',
    en: 'The session is not bound to a frozen draft yet: the plan schedules it (schedule).',
  },
  draft_of_another_plan: {
    ar: 'هذه مسودة برنامج آخر.',
    fr: 'C’est une version d’un autre programme.',
    en: 'This is a draft of another plan.',
  },
  draft_not_yours: {
    ar: 'لا تعدل مسودات هذا البرنامج بهذه البيانات.',
    fr: 'Ces identifiants ne modifient pas les versions de ce programme.',
    en: 'These credentials do not edit the drafts of this plan.',
  },
  draft_not_later: {
    ar: 'المسودة المعدلة تلي المسودة المعروضة على التصويت.',
    fr: 'Une version amendée vient après celle qui est soumise au vote.',
    en: 'An amended draft comes after the one that was put to the vote.',
  },
  amended_by_one_of_several: {
    ar: 'البرنامج لعدة جماعات ترابية تصوت كلها على النص نفسه: يؤجل، ثم يعرض النص المعدل على الجميع.',
    fr: 'Le programme est de plusieurs collectivités, qui votent toutes le même texte : à reporter, puis à soumettre amendé à toutes.',
    en: 'The plan is of several collectivities, which all vote on the same text: defer it, and put the amended text before all.',
  },
  name_twice: {
    ar: 'الاسم نفسه مرتين في قائمة المصوتين.',
    fr: 'Le même nom figure deux fois parmi les votants.',
    en: 'The same name is there twice among the voters.',
  },
  secret_ballot: {
    ar: 'الاقتراع سري: لا تسجل أسماء المصوتين.',
    fr: 'Le scrutin est secret : aucun nom de votant ne s’inscrit.',
    en: 'The ballot is secret: no voter is named.',
  },
  session_missing: {
    ar: 'يلزم لكل جماعة ترابية من البرنامج دورة واحدة مفتوحة: {value}.',
    fr: 'Il faut une session ouverte, et une seule, par collectivité du programme : {value}.',
    en: 'It takes one open session, and only one, of each collectivity of the plan: {value}.',
  },
  not_a_session_of_the_plan: {
    ar: 'ليست دورة مفتوحة لهذا البرنامج: {value}.',
    fr: 'Ce n’est pas une session ouverte de ce programme : {value}.',
    en: 'Not an open session of this plan: {value}.',
  },
  decided: {
    ar: 'نتيجة الدورة «{value}» قد حركت البرنامج: لا يغيرها تصحيح.',
    fr: 'L’issue « {value} » a déjà fait avancer le programme : une correction ne la change pas.',
    en: 'The outcome "{value}" has moved the plan already: a correction does not change it.',
  },
} as const

/** What does not fit the law, or itself. Warnings: nothing is refused for them. */
export const WARNING_TEXTS = {
  session_month: {
    ar: 'ليس الشهر {month} من أشهر الدورات العادية ({months}).',
    fr: 'Le mois {month} n’est pas un mois de session ordinaire ({months}).',
    en: 'Month {month} is not a month of an ordinary session ({months}).',
  },
  session_day: {
    ar: 'تفتتح الدورة العادية بين {from} و{until}.',
    fr: 'La session ordinaire s’ouvre entre le {from} et le {until}.',
    en: 'The ordinary session opens between {from} and {until}.',
  },
  notice_too_short: {
    ar: 'وجه الإشعار إلى الأعضاء بعد آخر أجل ({limit}).',
    fr: 'L’avis aux membres est parti après le dernier jour ({limit}).',
    en: 'The notice to members was sent after the last day for it ({limit}).',
  },
  agenda_too_late: {
    ar: 'بلغ جدول الأعمال إلى الوالي أو العامل بعد آخر أجل ({limit}).',
    fr: 'L’ordre du jour est parvenu au wali ou gouverneur après le dernier jour ({limit}).',
    en: 'The agenda went to the wali or governor after the last day for it ({limit}).',
  },
  held_too_late: {
    ar: 'تنعقد الدورة بعد آخر أجل لطلبها ({limit}).',
    fr: 'La session s’ouvre après le dernier jour que sa demande laissait ({limit}).',
    en: 'The session opens after the last day that its request left ({limit}).',
  },
  not_on_agenda: {
    ar: 'ليست النقطة في جدول الأعمال، ولا يتداول المجلس في غير ما أدرج فيه.',
    fr: 'Le point n’est pas à l’ordre du jour, et le conseil ne délibère que sur ce qui y figure.',
    en: 'The item is not on the agenda, and the council deliberates on nothing else.',
  },
  call_outside_window: {
    ar: 'يقع هذا الاجتماع بين {from} و{until}.',
    fr: 'Cette réunion se tient entre le {from} et le {until}.',
    en: 'This meeting is to be between {from} and {until}.',
  },
  more_votes_than_present: {
    ar: 'عدد المصوتين ({cast}) أكبر من عدد الحاضرين عند الافتتاح ({present})؛ قد يلتحق أعضاء بعده.',
    fr: 'Plus de votants ({cast}) que de présents à l’ouverture ({present}) ; des membres ont pu arriver après.',
    en: 'More voters ({cast}) than were present at the opening ({present}); members may have come later.',
  },
  secret_vote: {
    ar: 'التصويت علني بحكم القانون.',
    fr: 'La loi veut que le vote soit public.',
    en: 'By law the vote is public.',
  },
  tie_unbroken: {
    ar: 'تعادلت الأصوات ولا يعرف جانب الرئيس؛ هو الذي يرجح.',
    fr: 'Les voix sont égales et le côté du président, qui l’emporte, n’est pas connu.',
    en: 'The votes are equal, and the side of the president, which prevails, is not known.',
  },
  roll_against_tally: {
    ar: 'تعطي قائمة المصوتين {roll} والفرز {tally}.',
    fr: 'Les votants nommés donnent {roll}, le décompte {tally}.',
    en: 'The voters named come to {roll}, the count to {tally}.',
  },
  declared_outcome_differs: {
    ar: 'يعلن المصدر «{other}» وتؤدي الأصوات إلى «{outcome}».',
    fr: 'La source déclare « {other} », les voix donnent « {outcome} ».',
    en: 'The source declares "{other}", the votes come to "{outcome}".',
  },
  outcome_against_rule: {
    ar: 'سجلت النتيجة «{other}» وتؤدي القواعد المعمول بها اليوم إلى «{outcome}».',
    fr: 'L’issue inscrite est « {other} », les règles enregistrées aujourd’hui donnent « {outcome} ».',
    en: 'The outcome on record is "{other}", the rules on record today come to "{outcome}".',
  },
} as const satisfies Record<string, Text>
export type WarningCode = keyof typeof WARNING_TEXTS
