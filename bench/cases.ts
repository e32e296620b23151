import type { Case } from './case.ts'
import { catchUp } from './cases/catch-up.ts'
import { changesPage } from './cases/changes-page.ts'
import { constant } from './cases/constant.ts'
import { contributions } from './cases/contributions.ts'
import { csvFull } from './cases/csv-full.ts'
import { fullExport } from './cases/full-export.ts'
import { imports, smallImports } from './cases/import.ts'
import { journalWrites } from './cases/journal-writes.ts'
import { keptAnswers, notModified } from './cases/kept.ts'
import { byKey, deepPage, search } from './cases/large.ts'
import { law } from './cases/law.ts'
import { oneByCode } from './cases/one-by-code.ts'
import { overload } from './cases/overload.ts'
import { firstPage } from './cases/page.ts'
import { planQueries } from './cases/plan-queries.ts'
import { commitmentsFollowed, commitmentsList, draftDiff, planPage } from './cases/plans.ts'
import { registerList } from './cases/register-list.ts'
import { registerListCouncils } from './cases/register-list-councils.ts'
import { searchAcross } from './cases/search-across.ts'
import { searchArabic } from './cases/search-ar.ts'
import { smallReads } from './cases/small-reads.ts'
import { snapshot } from './cases/snapshot.ts'
import { warmStart } from './cases/start.ts'
import { statistics } from './cases/statistics.ts'
import { webhooks } from './cases/webhooks.ts'

/** What has a ratio to reach, in the order in which it runs. */
export const table: readonly Case[] = [
  keptAnswers,
  notModified,
  oneByCode,
  registerList,
  search,
  fullExport,
  imports,
  deepPage,
  byKey,
  changesPage,
  planQueries,
  warmStart,
  smallReads,
  overload,
]

/** What runs with `--all` and by its name. A new one is a file beside these, and a line here. */
export const besides: readonly Case[] = [
  constant,
  registerListCouncils,
  searchArabic,
  searchAcross,
  csvFull,
  planPage,
  commitmentsList,
  commitmentsFollowed,
  draftDiff,
  smallImports,
  journalWrites,
  catchUp,
  snapshot,
  contributions,
  law,
  statistics,
  webhooks,
  firstPage,
]
