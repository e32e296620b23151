import fc from 'fast-check'
import t from 'tap'
import type { Content } from '../../../src/plans/drafts/content.ts'
import { contentFaults, readContent } from '../../../src/plans/drafts/content.ts'
import { applyDiff, diff } from '../../../src/plans/drafts/diff.ts'
import { wordsChanged } from '../../../src/plans/drafts/word-diff.ts'
import { contents } from './contents.ts'

const said = (ar: string | null, fr: string | null = null) => ({ ar, fr, en: null, zgh: null })
const axis = (key: string, ...commitments: Content['axes'][0]['commitments']): Content['axes'][0] => ({
  key,
  title: said(`محور ${key}`),
  rationale: null,
  principles: [],
  commitments,
})
const commitment = (key: string, fr = key) =>
  readContent(
    { axes: [{ title: { ar: 'أ' }, commitments: [{ key, title: { fr }, principles: ['transparency'] }] }] },
    { axes: [], commitments: [] },
  ).axes[0]!.commitments[0]!

t.test('applying the diff of a and b to a gives b, whatever they are', async () => {
  fc.assert(
    fc.property(contents, contents, (a, b) => {
      const patch = JSON.parse(JSON.stringify(diff(a, b)))
      return JSON.stringify(applyDiff(a, patch)) === JSON.stringify(b)
    }),
    { numRuns: 500 },
  )
})

t.test('the diff of what is the same is empty, and of what is not, is not', async () => {
  const parts = ({ axes, commitments }: ReturnType<typeof diff>) =>
    [axes, commitments].flatMap(({ added, removed, moved, changed }) =>
      [added, removed, moved, changed].flat(),
    )
  fc.assert(
    fc.property(contents, contents, (a, b) => {
      const isSame = JSON.stringify(a) === JSON.stringify(b)
      return parts(diff(a, a)).length === 0 && parts(diff(a, b)).length > 0 !== isSame
    }),
    { numRuns: 200 },
  )
})

t.test('words: what was is kept and removed, what is is kept and added', async () => {
  const texts = fc
    .array(fc.constantFrom('الحد ', 'من ', 'الهدر', 'المدرسي', ' l’eau', ' é', '.', '😀'))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      const runs = wordsChanged(from, to)
      const joined = (without: string) =>
        runs
          .filter(({ op }) => op !== without)
          .map((run) => run.text)
          .join('')
      return joined('added') === from && joined('removed') === to
    }),
  )
})

t.test('words of Arabic and French', async (t) => {
  t.same(wordsChanged('آلية للحد من الهدر المدرسي', 'آلية لمحاربة الهدر المدرسي'), [
    { op: 'kept', text: 'آلية ' },
    { op: 'removed', text: 'للحد' },
    { op: 'added', text: 'لمحاربة' },
    { op: 'kept', text: ' ' },
    { op: 'removed', text: 'من ' },
    { op: 'kept', text: 'الهدر المدرسي' },
  ])
  t.same(
    wordsChanged('Transport scolaire gratuit', 'Transport gratuit').filter(({ op }) => op !== 'kept'),
    [{ op: 'removed', text: 'scolaire ' }],
  )
  const long = (word: string) => Array.from({ length: 600 }, (_, n) => `${word}${n}`).join(' ')
  t.same(
    wordsChanged(long('a'), long('b')).map(({ op }) => op),
    ['removed', 'added'],
    'of texts that have nothing in common, no more is looked for',
  )
})

t.test('as few moves as there can be', async (t) => {
  const [p, q, r, s] = [commitment('p'), commitment('q'), commitment('r'), commitment('s')]
  const a = { axes: [axis('a', p, q, r), axis('b', s), axis('c')] }
  const b = { axes: [axis('c'), axis('a', r, p, q), axis('b')] }
  const { axes, commitments } = diff(a, b)
  t.same(axes.moved, [{ key: 'c', from: { position: 3 }, to: { position: 1 } }])
  t.same(commitments.moved, [{ key: 'r', from: { axis: 'a', position: 3 }, to: { axis: 'a', position: 1 } }])
  t.match(commitments.removed, [{ key: 's', at: { axis: 'b', position: 1 } }])
  t.same([axes.added, axes.changed, commitments.added, commitments.changed].flat(), [])
})

t.test('what is wrong with a document beyond its form', async (t) => {
  const faults = contentFaults({
    axes: [
      { key: 'a', title: { ar: null } },
      {
        key: 'a',
        title: { fr: 'x' },
        commitments: [
          {
            key: 'p',
            title: {},
            principles: ['transparency'],
            milestones: [
              { key: 'm', title: { fr: 'x' }, due_on: { value: '2026-09', precision: 'day' } },
              { key: 'm', title: {} },
            ],
          },
          { key: 'p', title: { fr: 'x' }, principles: ['transparency'], indicators: [{ title: {} }] },
        ],
      },
    ],
  })
  t.same(
    faults.map(({ at, code }) => `${'pointer' in at ? at.pointer : ''} ${code}`).sort(),
    [
      '/axes/0/title required',
      '/axes/1/commitments/0/milestones/0/due_on/precision precision_mismatch',
      '/axes/1/commitments/0/milestones/1/key repeated_value',
      '/axes/1/commitments/0/milestones/1/title required',
      '/axes/1/commitments/0/title required',
      '/axes/1/commitments/1/indicators/0/title required',
      '/axes/1/commitments/1/key repeated_value',
      '/axes/1/key repeated_value',
    ].sort(),
  )
  const many = { title: { fr: 'x' }, principles: ['transparency' as const] }
  t.match(contentFaults({ axes: [{ title: { fr: 'x' }, commitments: Array(501).fill(many) }] }), [
    { code: 'too_many_commitments', values: { limit: 500 } },
  ])
})

t.test('keys: given, or the next that the plan has never used', async (t) => {
  const { axes } = readContent(
    {
      axes: [
        { title: { fr: 'x' }, commitments: [{ title: { fr: 'x' }, principles: ['transparency'] }] },
        { key: 'axis-2', title: { fr: 'y' } },
        { title: { fr: 'z' } },
      ],
    },
    { axes: ['axis-1'], commitments: ['commitment-1'] },
  )
  t.same(
    axes.map(({ key }) => key),
    ['axis-3', 'axis-2', 'axis-4'],
  )
  t.equal(axes[0]!.commitments[0]!.key, 'commitment-2')
})

t.test('texts are composed', async (t) => {
  const { axes } = readContent({ axes: [{ title: { fr: 'e\u0301' } }] }, { axes: [], commitments: [] })
  t.equal(axes[0]!.title.fr, 'é')
})
