// The plan of a collectivity, what is next there and what else is said of it, as a page of text in Arabic:
//   node examples/client/plan.ts http://127.0.0.1:3000 09.541 النقل
import { answered, openClient, Refused, rows, type Schemas } from './client.ts'

const [address = 'http://127.0.0.1:3000', collectivity = '09.541', words = 'النقل المدرسي'] =
  process.argv.slice(2)
const infitah = openClient(address)

/** What people read for a word of the contract; one that it gets later is shown as it is. */
const WORDS: Readonly<Record<string, string>> = {
  drafting: 'قيد الإعداد',
  consulting: 'قيد التشاور',
  validated: 'مشروع مصادق عليه من اللجنة',
  scheduled: 'معروض على المجلس',
  adopted: 'صادق عليه المجلس',
  rejected: 'رفضه المجلس',
  implementing: 'قيد التنفيذ',
  evaluated: 'تم تقييمه',
  closed: 'منته',
  withdrawn: 'مسحوب',
  workshop: 'ورشة',
  consultation: 'تشاور عمومي',
  approval_session: 'دورة المصادقة',
}
const say = (word: string) => WORDS[word] ?? word

/** In Arabic, or else in a language in which it is known. */
const text = (names: Schemas['Names'] | null) => names?.ar ?? names?.fr ?? names?.en ?? names?.zgh ?? '—'
const day = (date: Schemas['PartialDate'] | null) => date?.value ?? 'لم يحدد التاريخ'

try {
  const lines = [
    ...(await plans()),
    '',
    '## ما هو قادم',
    ...(await next()),
    '',
    `## «${words}»`,
    ...(await found()),
  ]
  console.log(lines.join('\n'))
} catch (error) {
  if (!(error instanceof Refused)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function plans(): Promise<string[]> {
  const include = ['axes', 'axes.commitments', 'workshops', 'approval_sessions'] as const
  const query = { collectivity: [collectivity], include: [...include] }
  const list = rows((cursor) =>
    answered(infitah.GET('/v1/action-plans', { params: { query: { ...query, ...cursor } } })),
  )
  const lines: string[] = []
  for await (const plan of list) lines.push(...planLines(plan))
  return lines.length > 0 ? lines : ['لا برنامج عمل منشور بعد']
}

function planLines(plan: Schemas['ActionPlan']): string[] {
  const names = plan.collectivities.map(({ name, hcp_code }) => `${text(name)} (${hcp_code})`)
  const axes = (plan.axes ?? []).flatMap(({ title, rationale, commitments = [] }, place) => [
    `${place + 1}. ${text(title)}${rationale ? `: ${text(rationale)}` : ''}`,
    ...commitments.map((commitment) => `   - ${text(commitment.title)}`),
  ])
  const workshops = (plan.workshops ?? []).map(({ held_on, title }) => `- ${day(held_on)}: ${text(title)}`)
  const sessions = (plan.approval_sessions ?? []).map(
    ({ opens_on, announced_as }) => `- ${day(opens_on)}: ${text(announced_as)}`,
  )
  return [
    `# ${text(plan.title)}`,
    `${names.join('، ')} · ${say(plan.status)}`,
    ...['', '## المحاور', ...axes, '', '## الورشات', ...workshops, '', '## دورات المجلس', ...sessions],
  ]
}

async function next(): Promise<string[]> {
  const query = { collectivity: [collectivity], from: new Date().toISOString().slice(0, 10) }
  const list = rows((cursor) =>
    answered(infitah.GET('/v1/events', { params: { query: { ...query, ...cursor } } })),
  )
  const lines: string[] = []
  for await (const event of list)
    lines.push(`- ${day(event.starts_on)}: ${text(event.title)} (${say(event.type)})`)
  return lines.length > 0 ? lines : ['لا شيء معلن عنه']
}

async function found(): Promise<string[]> {
  const query = { q: words, collectivity: [collectivity], limit: 5 }
  const { data } = await answered(infitah.GET('/v1/search', { params: { query } }))
  if (data.length === 0) return ['لا نتيجة']
  return data.map(({ href, title }) => `- ${text(title)} ${new URL(href, address)}`)
}
