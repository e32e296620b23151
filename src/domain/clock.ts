/** Reads the present instant. Only main.ts makes one from the machine's clock; tests own theirs. */
export type Clock = () => Date

const casablanca = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca', dateStyle: 'short' })

/** The civil day in Morocco at an instant, `YYYY-MM-DD`. */
export function civilDay(at: Date): string {
  return casablanca.format(at)
}
