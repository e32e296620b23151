/** What we use of it. */
declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    timeout: number
    /** How often it looks whether the time is over, milliseconds. */
    sampleInt: number
  }
  interface Outcome {
    errors: number
    timeouts: number
    non2xx: number
  }
  type Answered = (client: unknown, status: number, bytes: number, milliseconds: number) => void
  interface Running extends Promise<Outcome> {
    on(event: 'response', listener: Answered): void
  }
  export default function autocannon(options: Options): Running
}
