import { type Static, Type } from 'typebox'
import { extensible, Id, Names, nullable, open, ref } from '../http/schema.ts'
import { CollectivityRef } from '../register/schema.ts'
import { MATCHES, SEARCH_TYPES } from './types.ts'

const html = (description: string) =>
  nullable(
    Type.String({
      description: `${description}. HTML: the text is escaped, and the only element is \`mark\` around words that were found`,
    }),
  )

export const SearchHit = open(
  {
    type: extensible(SEARCH_TYPES, 'Kind of record; `output`: what came out of a group of a workshop'),
    id: Id,
    part: nullable(
      Type.String({ description: 'JSON pointer (RFC 6901) to the part of the record that it is about' }),
    ),
    href: Type.String({ description: 'Where the record is' }),
    title: nullable(ref(Names)),
    highlight: open({
      title: html('The title in the first language in which it holds what was asked for'),
      text: html('Words of the text around the first that was found'),
    }),
    match: extensible(
      MATCHES,
      '`name`: the title or the code is what was asked for; `name_start`: it begins with it; `title`: it holds the words, or others of the same stem; `text`: the text does, or the name of the collectivity; `beginning`: the last word is the beginning of one; `approximate`: only where nothing else is found, a title that is like it',
    ),
    collectivities: Type.Array(ref(CollectivityRef), {
      description: 'Whose it is; none for the network’s own',
    }),
  },
  {
    $id: 'SearchHit',
    description: 'Something that was found: enough to show, the record itself is at its address',
  },
)
export type SearchHit = Static<typeof SearchHit>
