import { dateColumns } from '../domain/partial-date.ts'
import { sourcesColumn } from '../members/document-columns.ts'
import type { NewTexts, Official, WorkshopDocument } from './schema.ts'
import { TIME_ZONE } from './words.ts'

type Texts = NewTexts | null | undefined

/** A text in each language, every language there; null when it is in none. */
const texts = (text: Texts) =>
  text && Object.values(text).some((one) => one) ? { ar: null, fr: null, en: null, zgh: null, ...text } : null

const official = (one: Official | null | undefined) =>
  one
    ? {
        name: texts(one.name),
        name_variants: (one.name_variants ?? []).map(({ lang, value, note }) => ({
          lang,
          value,
          note: note ?? null,
        })),
        function: texts(one.function),
      }
    : null

const role = (one: { component?: string | null; function?: Texts } | null | undefined) =>
  one ? { component: one.component ?? null, function: texts(one.function) } : null

const jsonText = (value: unknown) => (value === null ? null : JSON.stringify(value))

/** Ids of the collectivities that a document names, in the places where it does. */
export interface Resolved {
  readonly place: string | null
  readonly host: string | null
}

/** What a document says, as the columns hold it: the same document gives the same columns. */
export function workshopColumns(document: WorkshopDocument, { place: placeId, host: hostId }: Resolved) {
  const { place, host } = document
  const held = dateColumns(document.held_on)
  return {
    kind: document.kind,
    plan_id: document.plan_id ?? null,
    mode: document.mode ?? null,
    title: jsonText(texts(document.title)),
    subject: jsonText(texts(document.subject)),
    audience: jsonText(texts(document.audience)),
    programme: jsonText(texts(document.programme)),
    held_on: held.day,
    held_precision: held.precision,
    part_of_day: document.part_of_day ?? null,
    starts_at: document.starts_at ?? null,
    ends_at: document.ends_at ?? null,
    time_zone: document.time_zone ?? TIME_ZONE,
    place_collectivity_id: placeId,
    venue: jsonText(texts(place?.venue)),
    room: jsonText(texts(place?.room)),
    address: jsonText(texts(place?.address)),
    longitude: place?.point?.longitude ?? null,
    latitude: place?.point?.latitude ?? null,
    capacity: place?.capacity ?? null,
    link: document.link ?? null,
    host_collectivity_id: hostId,
    host_name: jsonText(texts(host?.name)),
    chair: jsonText(official(document.chair)),
    officials: JSON.stringify((document.officials ?? []).map(official)),
    agenda: JSON.stringify(
      (document.agenda ?? []).map((item) => ({
        starts_at: item.starts_at ?? null,
        ends_at: item.ends_at ?? null,
        title: texts(item.title),
        speaker: official(item.speaker),
        on_behalf_of: official(item.on_behalf_of),
      })),
    ),
    breakout_groups: JSON.stringify(
      (document.breakout_groups ?? []).map((group) => ({
        topic: texts(group.topic),
        components: group.components ?? [],
        axis_key: group.axis_key ?? null,
        facilitator: role(group.facilitator),
        rapporteur: role(group.rapporteur),
        outputs: (group.outputs ?? []).map((output) => ({
          kind: output.kind,
          text: texts(output.text),
          axis_key: output.axis_key ?? null,
        })),
      })),
    ),
    sources: JSON.stringify(sourcesColumn(document.sources)),
  }
}

/** Where a document points at axes, and at which. */
export function axesNamed(document: WorkshopDocument): { pointer: string; key: string }[] {
  return (document.breakout_groups ?? []).flatMap((group, index) => [
    ...(group.axis_key ? [{ pointer: `/breakout_groups/${index}/axis_key`, key: group.axis_key }] : []),
    ...(group.outputs ?? []).flatMap(({ axis_key: key }, place) =>
      key ? [{ pointer: `/breakout_groups/${index}/outputs/${place}/axis_key`, key }] : [],
    ),
  ])
}
