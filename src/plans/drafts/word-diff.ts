import { diffArrays } from 'diff'

/** A run of words that both texts have, or only the one before or the one after. */
export interface WordChange {
  op: 'kept' | 'removed' | 'added'
  text: string
}

/** Past so many words that came or went, two texts have nothing to do with each other, and looking on costs too much. */
const MOST_CHANGES = 300

/** Words as readers of any of the four languages see them; what stands between them is a piece too. */
const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })
const pieces = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

/** How `from` became `to`, word by word: kept and removed together are `from`, kept and added together are `to`. */
export function wordsChanged(from: string, to: string): WordChange[] {
  const runs = diffArrays(pieces(from), pieces(to), { maxEditLength: MOST_CHANGES })
  if (runs === undefined)
    return [
      { op: 'removed', text: from },
      { op: 'added', text: to },
    ]
  return runs.map(({ value, added, removed }) => ({
    op: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }))
}
