import type { Fault } from '../domain/errors.ts'

/**
 * What a column is for.
 *
 * - `key`: whose row it is
 * - `data`: what the row says of the member
 * - `check`: told by us and only by us; a cell that says something else is an error, an empty one says nothing
 * - `passed`: computed or our own remark; never looked at
 */
export type Role = 'key' | 'data' | 'check' | 'passed'

/** The form of a cell. A `group` has columns of its own below it, and is named by itself only where it is null. */
export type Form = 'text' | 'integer' | 'json' | 'group'

export interface Column {
  readonly name: string
  readonly role: Role
  readonly form: Form
  /** Into the document of a member (RFC 6901). */
  readonly pointer: string
}

const column = (role: Role, form: Form, name: string, pointer = `/${name.replaceAll('.', '/')}`): Column => ({
  name,
  role,
  form,
  pointer,
})

const dated = (name: string) => [
  column('data', 'text', name),
  column('data', 'text', `${name}.value`, `/${name}`),
  column('data', 'text', `${name}.precision`),
]
const COLLECTIVITY_FACTS = ['iso_code', 'kind', 'region_id', 'province_id', 'type']
const LANGUAGES = ['ar', 'fr', 'en', 'zgh']
/** Parts of a follow-up committee besides its date. */
export const COMPONENTS = ['president_from', 'vice_president_from'] as const
export const SIZES = ['elected_members', 'civil_society_members'] as const
export const SOURCE_FIELDS = ['title', 'publisher', 'published_on', 'url', 'quoted'] as const

/** All that is read, and all that a table of `GET /v1/members` has besides. */
const KNOWN: ReadonlyMap<string, Column> = new Map(
  [
    column('key', 'text', 'id'),
    column('key', 'text', 'collectivity'),
    column('key', 'text', 'hcp_code', '/collectivity'),
    column('key', 'text', 'collectivity.hcp_code', '/collectivity'),
    column('key', 'text', 'collectivity.id', '/collectivity'),
    column('key', 'integer', 'revision'),
    column('data', 'integer', 'wave'),
    ...dated('applied_on'),
    ...dated('joined_on'),
    column('data', 'group', 'evidence'),
    column('data', 'text', 'evidence.kind'),
    ...dated('evidence.held_on'),
    column('data', 'json', 'identifiers'),
    column('data', 'json', 'consultative_bodies'),
    column('data', 'group', 'follow_up_committee'),
    ...dated('follow_up_committee.established_on'),
    ...COMPONENTS.map((part) => column('data', 'text', `follow_up_committee.${part}`)),
    ...SIZES.map((part) => column('data', 'integer', `follow_up_committee.${part}`)),
    column('data', 'json', 'sources'),
    ...SOURCE_FIELDS.map((field) => column('data', 'text', `source.${field}`, `/sources/0/${field}`)),
    column('check', 'text', 'type', '/collectivity'),
    column('check', 'text', 'status'),
    column('check', 'group', 'left_on'),
    column('check', 'text', 'left_on.value', '/left_on'),
    column('check', 'text', 'left_on.precision'),
    column('check', 'json', 'transitions'),
    column('check', 'json', 'focal_points'),
    column('check', 'text', 'created_at'),
    ...COLLECTIVITY_FACTS.map((fact) => column('check', 'text', `collectivity.${fact}`)),
    ...LANGUAGES.map((language) => column('check', 'text', `collectivity.name.${language}`)),
    column('passed', 'text', 'updated_at'),
    column('passed', 'text', 'certainty'),
    column('passed', 'json', 'register_record'),
    ...['row', 'outcome', 'columns', 'details'].map((part) => column('passed', 'text', `error.${part}`)),
  ].map((one) => [one.name, one]),
)

/** Those that may be named: what a mistyped one is compared with. */
export const COLUMN_NAMES: readonly string[] = [...KNOWN.keys()]

const IDENTIFIER = /^identifier\.([a-z][a-z0-9-]{0,39})$/

/** The scheme of a column `identifier.<scheme>`. */
export const schemeOf = ({ name }: Column): string | undefined => IDENTIFIER.exec(name)?.[1]

/** The column of that name, or undefined when there is none. */
export function columnOf(name: string): Column | undefined {
  return KNOWN.get(name) ?? (IDENTIFIER.test(name) ? column('data', 'text', name, '/identifiers') : undefined)
}

/** What people call a name, an address or a number of a person, in the last part of a column's name. */
const PERSONAL =
  /^(full_?name|first_?name|last_?name|name|nom|pr[ée]noms?|nom_complet|e_?mail|e-mail|mail|courriel|phone|mobile|gsm|tel|t[ée]l[ée]?phone|cin|cnie|address|adresse|الاسم|النسب|الاسم_الكامل|البريد|البريد_الإلكتروني|الهاتف|العنوان)$/u

/** Whether a column is one for names or addresses of people, which have another door. */
export function isPersonal(name: string): boolean {
  return PERSONAL.test(name.toLowerCase().split('.').at(-1)!.trim().replaceAll(/\s+/g, '_'))
}

/** Columns that say the same in two ways, of which a table may have one. */
const ALTERNATIVES: readonly [RegExp, RegExp][] = [
  [/^collectivity$/, /^hcp_code$/],
  [/^applied_on$/, /^applied_on\.value$/],
  [/^joined_on$/, /^joined_on\.value$/],
  [/^evidence\.held_on$/, /^evidence\.held_on\.value$/],
  [/^follow_up_committee\.established_on$/, /^follow_up_committee\.established_on\.value$/],
  [/^identifiers$/, /^identifier\./],
  [/^sources$/, /^source\./],
]

/** Pairs of these columns that say the same in two ways. */
export function clashes(names: readonly string[]): Fault[] {
  return ALTERNATIVES.flatMap(([one, other]) => {
    const [first, second] = [names.find((name) => one.test(name)), names.find((name) => other.test(name))]
    if (first === undefined || second === undefined) return []
    return [{ at: { column: second }, code: 'columns_clash', values: { other: first } } as const]
  })
}
