const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)

/** A piece of a page. Only `html` and `trusted` make one, so whatever else stands in a template is escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | false | null | undefined | readonly Part[]

const written = (part: Part): string => {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(written).join('')
  return part === null || part === undefined || part === false ? '' : escaped(String(part))
}

const unindented = new WeakMap<TemplateStringsArray, string[]>()

/** A template of HTML, into which text goes escaped, for elements and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let texts = unindented.get(strings)
  if (texts === undefined) {
    texts = strings.map((text) => text.replace(/\n\s*/g, '\n'))
    unindented.set(strings, texts)
  }
  return new Html(texts.map((text, index) => text + written(parts[index])).join(''))
}

/** What is HTML already, and ours. */
export const trusted = (text: string) => new Html(text)
