import type { Json } from './schema.ts'

/** What is searched, as it is public at this moment. */
export interface SearchSourceView {
  type: string | null
  id: string | null
  part: string | null
  standing: number | null
  listed_on: string | null
  of_type: string | null
  of_id: string | null
  title: Json | null
  names: string[] | null
  body: string | null
}

/** The words of each of them. */
export interface SearchEntryTable {
  type: string
  id: string
  part: string
  standing: number
  days_back: number
  of_type: string
  of_id: string
  collectivities: string[]
  within: string[]
  names: string
  words: string
}

/** What is shown of them. */
export interface SearchTextTable {
  type: string
  id: string
  part: string
  title: Json | null
  body: string
}
