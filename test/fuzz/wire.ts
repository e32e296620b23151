import { type Call, type Caller, encoded } from './calls.ts'
import { OWN } from './canaries.ts'
import { type Loose, TARGETS } from './operations.ts'
import type { World } from './world.ts'

/** A request as it goes out. */
export interface Wire {
  target: string
  method: string
  url: string
  headers: Record<string, string>
  payload: string | Buffer | undefined
  /** Whether the address is one of the contract's in form. */
  isPlain: boolean
}

const ROLE_OF: Readonly<Record<Caller, string | undefined>> = {
  public: undefined,
  editor: ['Test member_editor', ...OWN].join(' '),
  other: 'Test member_editor 01.051',
  association: 'Test association',
  ministry: 'Test ministry',
  admin: 'Test admin',
  bad: 'Bearer nonsense',
}

/** Fills in what a call leaves open: ids, tags, the words of people's names. */
export function wireOf(call: Call, world: World): Wire {
  const target = TARGETS.find(({ id }) => id === call.target)!
  const mayTouch = target.method === 'GET' || !['editor', 'association'].includes(call.caller)
  const filled = (text: string) =>
    text.replace(/@@([\w-]*):(\d+)@@/g, (_, name, back) => world.idOf(name, Number(back), mayTouch))
  const query = call.query.map(([name, value]) => `${name}=${encoded(filled(value))}`)
  let path =
    call.path === 'example'
      ? world.exampleOf(target, mayTouch)
      : addressOf(target.path, call, world, mayTouch)
  let method = target.method
  const headers: Record<string, string> = { ...call.headers }
  const role = ROLE_OF[call.caller]
  if (role !== undefined) headers.authorization = role
  let payload: string | Buffer | undefined
  if (target.body !== undefined) {
    const isText = target.body.schema.type === 'string'
    payload = filled(isText ? String(call.body) : (JSON.stringify(spoiled(call)) ?? ''))
    headers['content-type'] = isText ? target.body.types[0]! : 'application/json'
    payload = world.withCanaries(target, payload)
  }
  if (headers['if-match'] === 'current') headers['if-match'] = world.tagOf(path)
  for (const spoil of call.spoils) {
    if (spoil.of === 'segment') path = withSegment(path, spoil.at, encoded(spoil.text))
    else if (spoil.of === 'path') path += spoil.how
    else if (spoil.of === 'query') query.push(spoil.pair)
    else if (spoil.of === 'header') headers[spoil.name] = spoil.value
    else if (spoil.of === 'raw') payload = spoil.text
    else if (spoil.of === 'bytes') payload = Buffer.from(spoil.bytes)
    else if (spoil.of === 'method') method = spoil.method
  }
  const joint = query.length === 0 ? '' : path.includes('?') ? '&' : '?'
  const isPlain = !call.spoils.some(({ of }) => ['segment', 'path', 'method'].includes(of))
  return { target: target.id, method, url: `${path}${joint}${query.join('&')}`, headers, payload, isPlain }
}

/** The address of a record that is there, counted from the newest. */
function addressOf(path: string, { path: back }: Call, world: World, mayTouch: boolean): string {
  const nth = Number(back)
  const segments = path.split('/')
  return segments
    .map((segment, index) => {
      if (!segment.startsWith('{')) return segment
      if (segment === '{collectivity}') return ['09', '09.541', '09.541.01.13', 'MA-TAR', '8.151'][nth % 5]!
      if (['{number}', '{a}', '{b}'].includes(segment)) return String(nth % 3)
      return world.idOf(segments[index - 1]!, nth, mayTouch)
    })
    .join('/')
}

function withSegment(path: string, at: number, text: string): string {
  const segments = path.split('/')
  segments[2 + (at % Math.max(segments.length - 2, 1))] = text
  return segments.join('/')
}

/** The body with what spoils it: one leaf replaced, or a member added that nobody asked for. */
function spoiled({ body, spoils }: Call): Loose {
  let made: Loose = structuredClone(body)
  for (const spoil of spoils) {
    if (spoil.of === 'member' && typeof made === 'object' && made !== null)
      Object.defineProperty(made, spoil.name, {
        value: structuredClone(spoil.value),
        enumerable: true,
        configurable: true,
      })
    if (spoil.of === 'body') made = withLeaf(made, spoil.at, structuredClone(spoil.value))
  }
  return made
}

function withLeaf(body: Loose, at: number, value: unknown): Loose {
  const places: [Loose, string][] = []
  const walk = (node: Loose) => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      places.push([node, key])
      walk(node[key])
    }
  }
  walk(body)
  if (places.length === 0) return value
  const [node, key] = places[at % places.length]!
  Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true })
  return body
}

/** The request as one types it; against the service of `npm start`, with a token of the role. */
export function curlOf({ method, url, headers, payload }: Wire): string {
  const shown = Object.entries(headers).map(([name, value]) => {
    const role = /^Test (\w+) ?(.*)$/.exec(name === 'authorization' ? value : '')
    if (!role) return `-H ${quoted(`${name}: ${value}`)}`
    const codes = role[2]!.split(' ').filter(Boolean)
    const token = [`--role ${role[1]}`, ...codes.map((code) => `--collectivity ${code}`)].join(' ')
    return `-H "authorization: Bearer $(npm run -s token -- ${token})"`
  })
  const data = payload === undefined ? [] : [`--data-binary ${quoted(payload.toString('latin1' as never))}`]
  return [
    'curl -i --path-as-is',
    `-X ${method}`,
    ...shown,
    ...data,
    quoted(`http://127.0.0.1:3000${url}`),
  ].join(' ')
}

/** For bash: `$'…'` where there is anything that plain quotes would not show. */
function quoted(text: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(text) && !text.includes("'")
  if (isPlain) return `'${text}'`
  const escaped = text.replace(/['\\]|[^\x20-\x7e]/g, (letter) =>
    letter === "'" || letter === '\\'
      ? `\\${letter}`
      : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `$'${escaped}'`
}
