/** A drill does to the real service what cannot be done in a test of a few seconds, and says what came of it. */
export interface Drill {
  /** One line: what is done. */
  readonly about: string
  /**
   * Prints what it does and its figures, and leaves nothing running, whatever happens.
   *
   * @param args of the command line, after the drill's name
   * @throws {Skipped} where it cannot be done; anything else when something was not as it must be
   */
  run(args: string[]): Promise<void>
}

/** Why a drill cannot be done here: a program is missing, a system cannot do it. */
export class Skipped extends Error {}
