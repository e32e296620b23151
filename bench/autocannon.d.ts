/** What we use of it. */
declare module 'autocannon' {
  /** A connection; it ends when it has made as many requests as `responseMax` and has their answers. */
  interface Client {
    reqsMade: number
    responseMax: number
  }
  interface Options {
    url: string
    connections: number
    headers: Record<string, string>
    /** Longest time, seconds. */
    duration: number
    /** Of one answer, seconds. */
    timeout: number
    /** How often it looks whether it is over, milliseconds. */
    sampleInt: number
    setupClient: (client: Client) => void
  }
  interface Outcome {
    errors: number
  }
  interface Running extends Promise<Outcome> {
    on(
      event: 'response',
      listener: (client: Client, status: number, bytes: number, milliseconds: number) => void,
    ): void
  }
  export default function autocannon(options: Options): Running
}
