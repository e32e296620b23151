/** Reads the present instant. Only main.js makes one from the machine's clock; tests own theirs. */
export type Clock = () => Date

const casablanca = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca', dateStyle: 'short' })

const MINUTE_MS = 60_000
/** The last answer: formatting takes longer than all else that a small read does with its day, and clocks are set by minutes. */
let last = { minute: Number.NaN, day: '' }

/** The civil day in Morocco at an instant, `YYYY-MM-DD`. */
export function civilDay(at: Date): string {
  const minute = Math.floor(at.getTime() / MINUTE_MS)
  if (minute !== last.minute) last = { minute, day: casablanca.format(at) }
  return last.day
}
