import type { Fault } from '../domain/errors.ts'
import { axesNamed } from './columns.ts'
import { hourFaults } from './hours.ts'
import type { NewTexts, Official, WorkshopDocument } from './schema.ts'

/** Texts that must say something in one language at least, by their pointers. */
function requiredTexts(document: WorkshopDocument): [string, NewTexts][] {
  const official = (pointer: string, one: Official | null | undefined): [string, NewTexts][] =>
    one
      ? [
          [`${pointer}/name`, one.name],
          [`${pointer}/function`, one.function],
        ]
      : []
  return [
    ...official('/chair', document.chair),
    ...(document.officials ?? []).flatMap((one, index) => official(`/officials/${index}`, one)),
    ...(document.agenda ?? []).flatMap((item, index): [string, NewTexts][] => [
      [`/agenda/${index}/title`, item.title],
      ...official(`/agenda/${index}/speaker`, item.speaker),
      ...official(`/agenda/${index}/on_behalf_of`, item.on_behalf_of),
    ]),
    ...(document.breakout_groups ?? []).flatMap(({ topic, outputs = [] }, index): [string, NewTexts][] => [
      [`/breakout_groups/${index}/topic`, topic],
      ...outputs.map(({ text }, place): [string, NewTexts] => [
        `/breakout_groups/${index}/outputs/${place}/text`,
        text,
      ]),
    ]),
  ]
}

/** What is wrong with a workshop that has the form of one. */
export function workshopFaults(document: WorkshopDocument): Fault[] {
  const silent = requiredTexts(document).filter(([, text]) => Object.values(text).every((one) => !one))
  const lost = document.plan_id ? [] : axesNamed(document)
  return [
    ...hourFaults(document),
    ...silent.map(([pointer]): Fault => ({ at: { pointer }, code: 'text_required' })),
    ...lost.map(({ pointer }): Fault => ({ at: { pointer }, code: 'axis_needs_plan' })),
  ]
}
