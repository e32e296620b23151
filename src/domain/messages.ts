import { ACTIVITY_TEXTS } from './activity-messages.ts'
import { CONSULTATION_FAULT_TEXTS, CONSULTATION_PROBLEM_TEXTS } from './consultation-messages.ts'
import { CREDENTIAL_TEXTS } from './credential-messages.ts'
import type { ProblemCode } from './errors.ts'
import { FORM_TEXTS } from './form-messages.ts'
import { OUTAGE_TEXTS } from './outage-messages.ts'
import { PLAN_FAULT_TEXTS, PLAN_PROBLEM_TEXTS } from './plan-messages.ts'
import { PROGRESS_FAULT_TEXTS, PROGRESS_PROBLEM_TEXTS } from './progress-messages.ts'
import { SESSION_FAULT_TEXTS } from './session-messages.ts'
import { SNAPSHOT_PROBLEM_TEXTS } from './snapshot-messages.ts'
import { WEBHOOK_FAULT_TEXTS, WEBHOOK_PROBLEM_TEXTS } from './webhook-messages.ts'

export const LANGUAGES = ['ar', 'fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type MessageValues = Readonly<Record<string, string | number>>
export type Text = Readonly<Record<Language, string>>

/** What a problem is called, and what it says when nothing more precise is known. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, { title: Text; detail: Text }>> = {
  ...PLAN_PROBLEM_TEXTS,
  ...CONSULTATION_PROBLEM_TEXTS,
  ...PROGRESS_PROBLEM_TEXTS,
  ...WEBHOOK_PROBLEM_TEXTS,
  ...OUTAGE_TEXTS,
  ...SNAPSHOT_PROBLEM_TEXTS,
  invalid_request: {
    title: { ar: 'الطلب غير صحيح', fr: 'Requête invalide', en: 'Invalid request' },
    detail: {
      ar: 'لا يطابق الطلب العقد؛ كل الأخطاء مذكورة في errors.',
      fr: 'La requête ne respecte pas le contrat ; toutes les erreurs sont dans errors.',
      en: 'The request does not match the contract; every fault is listed in errors.',
    },
  },
  cursor_mismatch: {
    title: { ar: 'مؤشر قائمة أخرى', fr: 'Curseur d’une autre liste', en: 'Cursor of another list' },
    detail: {
      ar: 'هذا المؤشر أُعطي لقائمة بمرشحات أو ترتيب آخر. أعد الطلب بدونه أو بنفس المعاملات.',
      fr: 'Ce curseur a été donné pour une liste aux filtres ou au tri différents. Reprenez sans lui, ou avec les mêmes paramètres.',
      en: 'This cursor was given for a list with other filters or another sort. Start again without it, or keep the same parameters.',
    },
  },
  unauthenticated: {
    title: { ar: 'المصادقة مطلوبة', fr: 'Authentification requise', en: 'Authentication required' },
    detail: {
      ar: 'يلزم رمز أو مفتاح صالح في Authorization.',
      fr: 'Il faut un jeton ou une clé valable dans Authorization.',
      en: 'A valid token or key is needed in Authorization.',
    },
  },
  forbidden: {
    title: { ar: 'غير مسموح', fr: 'Interdit', en: 'Forbidden' },
    detail: {
      ar: 'يتطلب هذا الإجراء أحد الأدوار التالية: {roles}.',
      fr: 'Cette action demande l’un de ces rôles : {roles}.',
      en: 'This action takes one of these roles: {roles}.',
    },
  },
  missing_scope: {
    title: { ar: 'نطاق ناقص', fr: 'Portée manquante', en: 'Missing scope' },
    detail: {
      ar: 'ينقص بيانات الاعتماد النطاق «{scope}».',
      fr: 'La portée « {scope} » manque à ces identifiants.',
      en: 'These credentials lack the scope "{scope}".',
    },
  },
  not_yours: {
    title: { ar: 'يخص جماعة ترابية أخرى', fr: 'D’une autre collectivité', en: 'Of another collectivity' },
    detail: {
      ar: 'بيانات الاعتماد لا تشمل الجماعة الترابية التي يعود إليها هذا السجل.',
      fr: 'Ces identifiants ne couvrent pas la collectivité dont relève cet enregistrement.',
      en: 'These credentials do not cover the collectivity that this record belongs to.',
    },
  },
  not_found: {
    title: { ar: 'غير موجود', fr: 'Introuvable', en: 'Not found' },
    detail: {
      ar: 'لا يوجد مورد في هذا العنوان.',
      fr: 'Il n’y a pas de ressource à cette adresse.',
      en: 'There is no resource at this address.',
    },
  },
  method_not_allowed: {
    title: { ar: 'الطريقة غير مسموحة', fr: 'Méthode non permise', en: 'Method not allowed' },
    detail: {
      ar: 'الطرق المقبولة في هذا العنوان: {allowed}.',
      fr: 'Méthodes acceptées à cette adresse : {allowed}.',
      en: 'Methods accepted at this address: {allowed}.',
    },
  },
  not_acceptable: {
    title: { ar: 'صيغة غير متاحة', fr: 'Format non disponible', en: 'Format not available' },
    detail: {
      ar: 'الصيغ المتاحة في هذا العنوان: {allowed}.',
      fr: 'Formats disponibles à cette adresse : {allowed}.',
      en: 'Formats available at this address: {allowed}.',
    },
  },
  request_timeout: {
    title: { ar: 'انتهت مهلة الطلب', fr: 'Requête trop lente', en: 'Request too slow' },
    detail: {
      ar: 'لم يصل الطلب كاملا في المهلة.',
      fr: 'La requête n’est pas arrivée entière à temps.',
      en: 'The request did not arrive in full in time.',
    },
  },
  conflict: {
    title: { ar: 'تعارض', fr: 'Conflit', en: 'Conflict' },
    detail: {
      ar: 'يتعارض الطلب مع حالة السجلات الحالية.',
      fr: 'La requête est en conflit avec l’état actuel des enregistrements.',
      en: 'The request conflicts with the present state of the records.',
    },
  },
  duplicate: {
    title: { ar: 'موجود من قبل', fr: 'Existe déjà', en: 'Already exists' },
    detail: {
      ar: 'يوجد سجل يشترك معه في ما هو مذكور في errors.',
      fr: 'Un enregistrement partage déjà ce que dit errors.',
      en: 'A record exists already that shares what errors names.',
    },
  },
  wrong_state: {
    title: { ar: 'الحالة لا تسمح', fr: 'État non compatible', en: 'Not in this state' },
    detail: {
      ar: 'الإجراء «{action}» غير متاح في الحالة «{state}»؛ يتاح في: {allowed}.',
      fr: 'L’action « {action} » n’est pas possible dans l’état « {state} » ; elle l’est dans : {allowed}.',
      en: 'The action "{action}" is not open in the state "{state}"; it is in: {allowed}.',
    },
  },
  idempotency_in_progress: {
    title: { ar: 'الطلب قيد التنفيذ', fr: 'Requête en cours', en: 'Still running' },
    detail: {
      ar: 'طلب بنفس Idempotency-Key لا يزال قيد التنفيذ؛ أعد المحاولة بعد قليل.',
      fr: 'Une requête avec la même Idempotency-Key est en cours ; réessayez dans un instant.',
      en: 'A request with the same Idempotency-Key is still running; try again in a moment.',
    },
  },
  gone: {
    title: { ar: 'لم يعد متاحا', fr: 'N’est plus disponible', en: 'Gone' },
    detail: {
      ar: 'لم يعد هذا الموضع متاحا في السجل؛ ابدأ من جديد من لقطة كاملة.',
      fr: 'Cette position n’est plus dans le flux ; recommencez depuis une copie complète.',
      en: 'This position is no longer in the feed; start again from a full copy.',
    },
  },
  precondition_failed: {
    title: { ar: 'تغير السجل', fr: 'Enregistrement modifié entre-temps', en: 'Changed in the meantime' },
    detail: {
      ar: 'تغير السجل منذ أن قرأته؛ أعد قراءته ثم أرسل If-Match الجديد.',
      fr: 'L’enregistrement a changé depuis votre lecture ; relisez-le et envoyez le nouvel If-Match.',
      en: 'The record has changed since you read it; read it again and send the new If-Match.',
    },
  },
  unprocessable: {
    title: { ar: 'لا يمكن تنفيذه', fr: 'Impossible à exécuter', en: 'Cannot be done' },
    detail: {
      ar: 'الطلب مفهوم لكن لا يمكن تنفيذه؛ الأسباب في errors.',
      fr: 'La requête est comprise mais ne peut être exécutée ; les raisons sont dans errors.',
      en: 'The request is understood but cannot be done; the reasons are in errors.',
    },
  },
  import_refused: {
    title: { ar: 'رُفض الاستيراد', fr: 'Import refusé', en: 'Import refused' },
    detail: {
      ar: 'لم يطبق أي سطر: {count} سطر لا يمكن تطبيقه. الأسباب في {rows} وملف الإصلاح في {errors}.',
      fr: 'Rien n’a été appliqué : {count} ligne(s) ne peuvent pas l’être. Les raisons sont dans {rows}, le fichier à corriger dans {errors}.',
      en: 'Nothing was applied: {count} row(s) cannot be. The reasons are at {rows}, the file to mend at {errors}.',
    },
  },
  idempotency_mismatch: {
    title: { ar: 'مفتاح مستعمل لطلب آخر', fr: 'Clé déjà utilisée', en: 'Key used for another request' },
    detail: {
      ar: 'استعملت Idempotency-Key هذه من قبل مع طلب مختلف؛ استعمل مفتاحا جديدا.',
      fr: 'Cette Idempotency-Key a servi à une autre requête ; prenez-en une nouvelle.',
      en: 'This Idempotency-Key was used with another request; take a new one.',
    },
  },
  precondition_required: {
    title: { ar: 'If-Match لازم', fr: 'If-Match requis', en: 'If-Match required' },
    detail: {
      ar: 'أرسل في If-Match قيمة ETag التي قرأتها.',
      fr: 'Envoyez dans If-Match l’ETag que vous avez lu.',
      en: 'Send the ETag that you read in If-Match.',
    },
  },
  payload_too_large: {
    title: { ar: 'المحتوى كبير جدا', fr: 'Contenu trop volumineux', en: 'Content too large' },
    detail: {
      ar: 'جسم الطلب أكبر من الحد المقبول.',
      fr: 'Le corps de la requête dépasse la taille acceptée.',
      en: 'The body of the request is larger than accepted.',
    },
  },
  uri_too_long: {
    title: { ar: 'العنوان طويل جدا', fr: 'Adresse trop longue', en: 'Address too long' },
    detail: {
      ar: 'العنوان، مع معاملاته، يتجاوز {limit} حرف.',
      fr: 'L’adresse, paramètres compris, dépasse {limit} caractères.',
      en: 'The address, parameters included, is longer than {limit} characters.',
    },
  },
  unsupported_media_type: {
    title: { ar: 'نوع المحتوى غير مقبول', fr: 'Type de contenu non accepté', en: 'Unsupported media type' },
    detail: {
      ar: 'هذا النوع من المحتوى غير مقبول هنا: أرسل application/json بترميز UTF-8 ما لم تذكر errors غيره.',
      fr: 'Ce type de contenu n’est pas accepté ici : envoyez application/json en UTF-8, sauf si errors dit autre chose.',
      en: 'This type of content is not taken here: send application/json in UTF-8, unless errors says otherwise.',
    },
  },
  expectation_failed: {
    title: { ar: 'Expect غير مقبول', fr: 'Expect non pris en charge', en: 'Expectation not met' },
    detail: {
      ar: 'القيمة الوحيدة المقبولة هي 100-continue.',
      fr: 'Seule la valeur 100-continue est acceptée.',
      en: 'The only accepted value is 100-continue.',
    },
  },
  rate_limited: {
    title: { ar: 'طلبات كثيرة', fr: 'Trop de requêtes', en: 'Too many requests' },
    detail: {
      ar: 'أعد المحاولة بعد {seconds} ثانية.',
      fr: 'Réessayez dans {seconds} secondes.',
      en: 'Try again in {seconds} seconds.',
    },
  },
  header_too_large: {
    title: { ar: 'ترويسات كبيرة جدا', fr: 'En-têtes trop volumineux', en: 'Headers too large' },
    detail: {
      ar: 'السطر الأول والترويسات تتجاوز 16 كيلوبايت.',
      fr: 'La première ligne et les en-têtes dépassent 16 Ko.',
      en: 'The request line and headers exceed 16 kB.',
    },
  },
  internal: {
    title: { ar: 'خطأ داخلي', fr: 'Erreur interne', en: 'Internal error' },
    detail: { ar: '', fr: '', en: '' },
  },
}

const FAULT_TEXTS = {
  unknown_parameter: {
    ar: 'المعامل «{name}» غير معروف.',
    fr: 'Le paramètre « {name} » est inconnu.',
    en: 'The parameter "{name}" is unknown.',
  },
  unknown_property: {
    ar: 'الخاصية «{name}» غير معروفة.',
    fr: 'La propriété « {name} » est inconnue.',
    en: 'The property "{name}" is unknown.',
  },
  repeated_parameter: {
    ar: 'المعامل «{name}» مكرر؛ افصل القيم بفاصلة إن كان يقبل عدة قيم.',
    fr: 'Le paramètre « {name} » est répété ; séparez les valeurs par une virgule s’il en accepte plusieurs.',
    en: 'The parameter "{name}" is repeated; separate values by a comma where several are taken.',
  },
  not_allowed: {
    ar: '«{value}» ليست من القيم المقبولة.',
    fr: '« {value} » ne fait pas partie des valeurs acceptées.',
    en: '"{value}" is not one of the accepted values.',
  },
  required: { ar: 'قيمة لازمة.', fr: 'Une valeur est requise.', en: 'A value is required.' },
  wrong_type: {
    ar: 'ينبغي أن تكون القيمة من نوع {expected}.',
    fr: 'La valeur doit être de type {expected}.',
    en: 'The value must be of type {expected}.',
  },
  too_small: {
    ar: 'أصغر قيمة مقبولة هي {limit}.',
    fr: 'La plus petite valeur acceptée est {limit}.',
    en: 'The smallest accepted value is {limit}.',
  },
  too_large: {
    ar: 'أكبر قيمة مقبولة هي {limit}.',
    fr: 'La plus grande valeur acceptée est {limit}.',
    en: 'The largest accepted value is {limit}.',
  },
  too_short: {
    ar: 'أقل من الحد الأدنى ({limit}).',
    fr: 'En dessous du minimum ({limit}).',
    en: 'Shorter than the minimum ({limit}).',
  },
  too_long: {
    ar: 'أكثر من الحد الأقصى ({limit}).',
    fr: 'Au-delà du maximum ({limit}).',
    en: 'Longer than the maximum ({limit}).',
  },
  repeated_value: {
    ar: 'قيمة مكررة.',
    fr: 'Une valeur est répétée.',
    en: 'A value is repeated.',
  },
  ...FORM_TEXTS,
  not_yours_to_edit: {
    ar: 'لا يعدل هذا الحقل إلا الجمعية.',
    fr: 'Seule l’association modifie ce champ.',
    en: 'Only the association edits this field.',
  },
  by_transition_only: {
    ar: 'لا تتغير الحالة إلا بانتقال: POST …/transitions.',
    fr: 'L’état ne change que par une transition : POST …/transitions.',
    en: 'The state only moves by a transition: POST …/transitions.',
  },
  too_early: {
    ar: 'أبكر تاريخ مقبول هنا هو {limit}.',
    fr: 'La date la plus ancienne acceptée ici est {limit}.',
    en: 'The earliest date accepted here is {limit}.',
  },
  taken: {
    ar: 'سجل آخر له هذه القيمة.',
    fr: 'Un autre enregistrement a cette valeur.',
    en: 'Another record has this value.',
  },
  precision_mismatch: {
    ar: 'لا توافق الدقة صيغة القيمة؛ ينتظر {expected}.',
    fr: 'La précision ne va pas avec la valeur ; {expected} est attendu.',
    en: 'The precision does not go with the value; {expected} is expected.',
  },
  no_such_collectivity: {
    ar: 'لا توجد جماعة ترابية من النوع المطلوب هنا بالمعرف أو الرمز «{value}».',
    fr: 'Aucune collectivité du type attendu ici n’a l’identifiant ou le code « {value} ».',
    en: 'No collectivity of the type wanted here has the id or code "{value}".',
  },
  found_elsewhere: {
    ar: '«{value}» جماعة ترابية من نوع آخر؛ تجدها في {there}.',
    fr: '« {value} » est une collectivité d’un autre type ; elle se trouve à {there}.',
    en: '"{value}" is a collectivity of another type; it is at {there}.',
  },
  nothing_to_search: {
    ar: 'ليس في نص البحث حرف أو رقم.',
    fr: 'Le texte cherché ne contient ni lettre ni chiffre.',
    en: 'The search text holds no letter or digit.',
  },
  only_with: {
    ar: 'لا يصلح هذا المعامل إلا مع {expected}.',
    fr: 'Ce paramètre ne vaut qu’avec {expected}.',
    en: 'This parameter only goes with {expected}.',
  },
  wrong_value: {
    ar: 'قيمة غير مقبولة.',
    fr: 'Valeur non acceptée.',
    en: 'The value is not accepted.',
  },
  cursor_unreadable: {
    ar: 'هذا المؤشر لم تصدره هذه الخدمة؛ انسخه كما هو من next_cursor.',
    fr: 'Ce curseur n’a pas été émis par ce service ; copiez-le tel quel depuis next_cursor.',
    en: 'This cursor was not issued by this service; copy it as it is from next_cursor.',
  },
  position_elsewhere: {
    ar: 'الموضع «{value}» من تثبيت آخر، أو من قبل استعادة هذا التثبيت من نسخة احتياطية؛ ابدأ من جديد من البداية أو من قائمة كاملة.',
    fr: 'La position « {value} » vient d’une autre installation, ou d’avant la restauration de celle-ci ; recommencez depuis le début ou depuis une liste complète.',
    en: 'The position "{value}" is of another installation, or from before this one was restored from a backup; start again from the beginning or from a full list.',
  },
  position_ahead: {
    ar: 'الموضع «{value}» لم يصل إليه السجل بعد.',
    fr: 'Le flux n’a pas encore atteint la position « {value} ».',
    en: 'The feed has not come to the position "{value}" yet.',
  },
  ...ACTIVITY_TEXTS,
  ...CREDENTIAL_TEXTS,
  ...PLAN_FAULT_TEXTS,
  ...PROGRESS_FAULT_TEXTS,
  ...SESSION_FAULT_TEXTS,
  ...WEBHOOK_FAULT_TEXTS,
  ...CONSULTATION_FAULT_TEXTS,
} as const satisfies Record<string, Text>

export type MessageKey = keyof typeof FAULT_TEXTS

/** Offered after a fault when a valid name is close to what was sent. */
const NEAREST: Text = {
  ar: ' هل تقصد «{nearest}»؟',
  fr: ' Vouliez-vous dire « {nearest} » ?',
  en: ' Did you mean "{nearest}"?',
}

/** Every text of a fault in a language, by code, and what comes after it when there is a nearest name. */
export const faultTemplates = (language: Language): { texts: Record<string, string>; nearest: string } => ({
  texts: Object.fromEntries(Object.entries(FAULT_TEXTS).map(([code, text]) => [code, text[language]])),
  nearest: NEAREST[language],
})

/** Replaces each `{name}` by its value; a name without a value stays, so that a test can find it. */
export function fill(text: string, values: MessageValues): string {
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder))
}

export function faultText(key: MessageKey, values: MessageValues, language: Language): string {
  const text = FAULT_TEXTS[key][language] + ('nearest' in values ? NEAREST[language] : '')
  return fill(text, values)
}
