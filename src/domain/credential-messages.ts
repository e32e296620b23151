import type { Text } from './messages.ts'

/**
 * What is wrong with credentials. The English stands in the challenge of a 401 too (RFC 6750 §3): plain ASCII without
 * quotation marks and backslashes.
 */
export const CREDENTIAL_TEXTS = {
  credentials_required: {
    ar: 'لم ترسل بيانات اعتماد: Authorization: Bearer ثم الرمز أو المفتاح.',
    fr: 'Aucun identifiant reçu : Authorization: Bearer suivi du jeton ou de la clé.',
    en: 'No credentials were sent: Authorization: Bearer, then the token or key.',
  },
  credentials_unreadable: {
    ar: 'ينتظر Bearer ثم رمز أو مفتاح، أو Basic باسم مستخدم هو المفتاح وبلا كلمة مرور.',
    fr: 'Attendu : Bearer suivi d’un jeton ou d’une clé, ou Basic avec la clé pour nom et sans mot de passe.',
    en: 'Expected: Bearer and a token or key, or Basic with the key as user name and no password.',
  },
  credentials_in_query: {
    ar: 'لا تقبل بيانات الاعتماد في العنوان، فهو يحفظ في السجلات: أرسلها في Authorization واستبدل هذه.',
    fr: 'Pas d’identifiants dans l’adresse, que les journaux gardent : envoyez-les dans Authorization, et remplacez ceux-ci.',
    en: 'Credentials are not taken from the address, which logs keep: send them in Authorization, and replace these.',
  },
  tokens_not_accepted: {
    ar: 'لم يعد هنا أي مزود للرموز؛ استعمل مفتاحا.',
    fr: 'Aucun fournisseur de jetons n’est configuré ici ; utilisez une clé.',
    en: 'No issuer of tokens is configured here; use a key.',
  },
  token_unreadable: {
    ar: 'ليس رمز JWT موقعا بالصيغة المختصرة.',
    fr: 'Ce n’est pas un JWT signé en forme compacte.',
    en: 'This is not a signed JWT in compact form.',
  },
  token_algorithm: {
    ar: 'خوارزمية التوقيع غير مقبولة؛ المقبول: {expected}.',
    fr: 'Algorithme de signature non accepté ; acceptés : {expected}.',
    en: 'The signature algorithm is not accepted; these are: {expected}.',
  },
  token_type: {
    ar: 'ليس رمز وصول: ينبغي أن يكون typ في الترويسة at+jwt.',
    fr: 'Ce n’est pas un jeton d’accès : le typ de l’en-tête doit être at+jwt.',
    en: 'This is not an access token: typ in its header must be at+jwt.',
  },
  token_header: {
    ar: 'لا تقبل «{name}» في ترويسة الرمز.',
    fr: '« {name} » n’est pas accepté dans l’en-tête du jeton.',
    en: 'The token header must not have {name}.',
  },
  token_issuer: {
    ar: 'الرمز من مزود آخر (iss).',
    fr: 'Le jeton est d’un autre fournisseur (iss).',
    en: 'The token is of another issuer (iss).',
  },
  token_audience: {
    ar: 'الرمز موجه لخدمة أخرى (aud).',
    fr: 'Le jeton est destiné à un autre service (aud).',
    en: 'The token is for another service (aud).',
  },
  token_key: {
    ar: 'ليس للمزود مفتاح بهذا الاسم (kid) لهذه الخوارزمية.',
    fr: 'Le fournisseur n’a pas de clé de ce nom (kid) pour cet algorithme.',
    en: 'The issuer has no key of this name (kid) for this algorithm.',
  },
  token_signature: {
    ar: 'توقيع الرمز غير صحيح.',
    fr: 'La signature du jeton n’est pas valable.',
    en: 'The signature of the token does not hold.',
  },
  token_expired: {
    ar: 'انتهت صلاحية الرمز (exp).',
    fr: 'Le jeton a expiré (exp).',
    en: 'The token has expired (exp).',
  },
  token_not_yet: {
    ar: 'لم تبدأ صلاحية الرمز بعد (nbf أو iat).',
    fr: 'Le jeton n’est pas encore valable (nbf ou iat).',
    en: 'The token is not valid yet (nbf or iat).',
  },
  token_lifetime: {
    ar: 'مدة الرمز أطول من 24 ساعة (exp ناقص iat).',
    fr: 'Le jeton vaut plus de 24 heures (exp moins iat).',
    en: 'The token lives longer than 24 hours (exp minus iat).',
  },
  token_claim: {
    ar: 'ينقص الرمز «{name}» أو ليست له صيغته.',
    fr: '« {name} » manque au jeton ou n’a pas la bonne forme.',
    en: 'The token lacks {name}, or it has not its form.',
  },
  key_unknown: { ar: 'لا يوجد هذا المفتاح.', fr: 'Cette clé n’existe pas.', en: 'There is no such key.' },
  key_expired: {
    ar: 'انتهت صلاحية المفتاح في {at}.',
    fr: 'La clé a expiré le {at}.',
    en: 'The key expired at {at}.',
  },
  key_revoked: {
    ar: 'ألغي المفتاح في {at}.',
    fr: 'La clé a été révoquée le {at}.',
    en: 'The key was revoked at {at}.',
  },
  // Of tables that are sent.
  most_bytes: {
    ar: 'أكبر حجم مقبول هو {limit}.',
    fr: 'La taille maximale est de {limit}.',
    en: 'The largest accepted size is {limit}.',
  },
  most_bytes_of_json: {
    ar: 'أكبر حجم لمستند JSON هو {limit}؛ لما فوق ذلك أرسل application/x-ndjson أو text/csv.',
    fr: 'Un document JSON ne dépasse pas {limit} ; au-delà, envoyez application/x-ndjson ou text/csv.',
    en: 'A JSON document is at most {limit}; beyond that send application/x-ndjson or text/csv.',
  },
  most_rows: {
    ar: 'أكبر عدد من الأسطر هو {limit}.',
    fr: 'Le nombre maximal de lignes est {limit}.',
    en: 'The largest accepted number of rows is {limit}.',
  },
  no_rows: {
    ar: 'لا سطر في الجدول.',
    fr: 'Le tableau n’a aucune ligne.',
    en: 'The table has no rows.',
  },
  row_too_long: {
    ar: 'السطر أطول من {limit} حرف، أو علامة اقتباس لم تغلق.',
    fr: 'La ligne dépasse {limit} caractères, ou un guillemet n’est pas refermé.',
    en: 'The row is longer than {limit} characters, or a quotation mark is not closed.',
  },
  quotation_mark: {
    ar: 'علامة اقتباس في غير موضعها: الخلية التي فيها " توضع كلها بين " وتضاعف " داخلها.',
    fr: 'Guillemet mal placé : une cellule qui contient " s’écrit entre ", et chaque " y est doublé.',
    en: 'A quotation mark is out of place: a cell that holds " stands between ", and each " in it is doubled.',
  },
  repeated_name: {
    ar: 'اسم خاصية مكرر في الكائن نفسه.',
    fr: 'Un nom de propriété est répété dans le même objet.',
    en: 'A name of a property is repeated in one object.',
  },
  column_without_name: {
    ar: 'العمود رقم {number} بلا اسم.',
    fr: 'La colonne n° {number} n’a pas de nom.',
    en: 'Column number {number} has no name.',
  },
  repeated_column: {
    ar: 'العمود «{name}» مكرر: رقم {first} ورقم {second}.',
    fr: 'La colonne « {name} » est répétée : n° {first} et n° {second}.',
    en: 'The column "{name}" is repeated: number {first} and number {second}.',
  },
  unknown_column: {
    ar: 'العمود «{name}» غير معروف.',
    fr: 'La colonne « {name} » est inconnue.',
    en: 'The column "{name}" is unknown.',
  },
  columns_clash: {
    ar: 'يقول هذا العمود ما يقوله «{other}»؛ احتفظ بواحد منهما.',
    fr: 'Cette colonne dit la même chose que « {other} » ; gardez l’une des deux.',
    en: 'This column says the same as "{other}"; keep one of the two.',
  },
  personal_column: {
    ar: 'لا تستورد أسماء الأشخاص ولا عناوينهم («{name}»): لنقط الاتصال بابها، POST /v1/members/{id}/focal-points، بأساس قانوني ومدة حفظ (القانون 09-08). احذف العمود.',
    fr: 'Les noms et adresses de personnes (« {name} ») ne s’importent pas : les points focaux ont leur porte, POST /v1/members/{id}/focal-points, avec base légale et durée de conservation (loi 09-08). Retirez la colonne.',
    en: 'Names and addresses of people ("{name}") are not imported: focal points have their own door, POST /v1/members/{id}/focal-points, with a legal basis and a time limit (law 09-08). Remove the column.',
  },
  personal_cell: {
    ar: 'في الخلية عنوان بريد إلكتروني؛ لا يحفظ الاستيراد أي بيان شخصي. لنقط الاتصال بابها: POST /v1/members/{id}/focal-points.',
    fr: 'La cellule contient une adresse électronique ; un import ne garde aucune donnée personnelle. Les points focaux ont leur porte : POST /v1/members/{id}/focal-points.',
    en: 'The cell holds an e-mail address; an import keeps no personal data. Focal points have their own door: POST /v1/members/{id}/focal-points.',
  },
  wrong_column_count: {
    ar: 'في السطر {found} خلية وفي رأس الجدول {expected} عمودا.',
    fr: 'La ligne a {found} cellule(s), l’en-tête {expected} colonne(s).',
    en: 'The row has {found} cell(s), the header {expected} column(s).',
  },
  formula_as_text: {
    ar: 'استوردت كنص: يراها برنامج الجداول صيغة حسابية.',
    fr: 'Importée comme texte : un tableur y verrait une formule.',
    en: 'Imported as text: a spreadsheet would take it for a formula.',
  },
  no_such_member: {
    ar: 'لا عضو يوافق هذا السطر.',
    fr: 'Aucun membre ne correspond à cette ligne.',
    en: 'No member goes with this row.',
  },
  several_members: {
    ar: 'أرقام هذا السطر لأعضاء مختلفين.',
    fr: 'Les numéros de cette ligne sont ceux de membres différents.',
    en: 'The numbers of this row are those of different members.',
  },
  already_member: {
    ar: 'لهذه الجماعة الترابية عضوية جارية.',
    fr: 'Cette collectivité a déjà une adhésion en cours.',
    en: 'This collectivity has an open membership already.',
  },
  no_longer_member: {
    ar: 'انسحبت هذه الجماعة الترابية؛ لن يعيدها الاستيراد. أضف عضوية جديدة: POST /v1/members أو mode=create.',
    fr: 'Cette collectivité s’est retirée ; l’import ne la fait pas revenir. Ajoutez une nouvelle adhésion : POST /v1/members ou mode=create.',
    en: 'This collectivity has withdrawn; an import does not bring it back. Add a new episode: POST /v1/members, or mode=create.',
  },
  row_repeated: {
    ar: 'السطر {row} للعضو نفسه.',
    fr: 'La ligne {row} porte déjà sur ce membre.',
    en: 'Row {row} is of the same member.',
  },
  changed_since: {
    ar: 'تغير السجل منذ تصديره: مراجعته الآن {revision}.',
    fr: 'L’enregistrement a changé depuis l’export : il en est à la révision {revision}.',
    en: 'The record has changed since it was exported: it is at revision {revision} now.',
  },
  not_editable: {
    ar: 'لا يعدل هذا العمود؛ قيمته «{value}». أعدها أو أفرغ الخلية.',
    fr: 'Cette colonne ne se modifie pas ; sa valeur est « {value} ». Rétablissez-la ou videz la cellule.',
    en: 'This column cannot be edited; its value is "{value}". Put it back or empty the cell.',
  },
} as const satisfies Record<string, Text>
