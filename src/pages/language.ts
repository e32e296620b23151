import type { Language, Text } from '../domain/messages.ts'
import { type Html, html } from './html.ts'

/** A text of the service, in those of its languages that are known. */
export type Names = { readonly [language in Language | 'zgh']?: string | null }

interface PartialDate {
  readonly value: string
  readonly precision: string
}

/** Where a text is looked for that its page's language has not: Arabic has the most of them. */
const FALLBACKS: Readonly<Record<Language, readonly (Language | 'zgh')[]>> = {
  ar: ['ar', 'fr', 'en', 'zgh'],
  fr: ['fr', 'en', 'ar', 'zgh'],
  en: ['en', 'fr', 'ar', 'zgh'],
}

/** Regions in which the service is read; Arabic is written there with the digits 0 to 9. */
const LOCALES: Readonly<Record<Language, string>> = { ar: 'ar-MA', fr: 'fr-MA', en: 'en-GB' }

const ZONE = 'Africa/Casablanca'
const FORMS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
}

/** What a page says in one language. */
export interface Speaker {
  readonly language: Language
  readonly direction: 'rtl' | 'ltr'
  say(text: Text, values?: Readonly<Record<string, string | number | Html | null>>): Html
  number(value: number): string
  /** A civil date, as precise as it is known. */
  date(date: PartialDate | string): Html
  /** From one date to another, either of which may be unknown; the same one is said once. */
  period(from: PartialDate | null, to: PartialDate | null): Html | null
  /** Set apart from the text around it, and with its own language where that is another one. */
  name(names: Names | null | undefined): Html | null
  /** As a plain text, for attributes and titles. */
  plainName(names: Names): string
}

export function speakerOf(language: Language): Speaker {
  const locale = LOCALES[language]
  const numbers = new Intl.NumberFormat(locale)
  const say: Speaker['say'] = (text, values = {}) =>
    html`${text[language].split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : values[part]))}`
  const date: Speaker['date'] = (given) => {
    const { value, precision } = typeof given === 'string' ? { value: given, precision: 'day' } : given
    const isInstant = precision === 'instant'
    const options: Intl.DateTimeFormatOptions = isInstant
      ? { ...FORMS.day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE }
      : { ...FORMS[precision], timeZone: 'UTC' }
    const text = new Intl.DateTimeFormat(locale, options).format(new Date(value))
    return html`<time datetime="${value}">${text}</time>`
  }
  const found = (names: Names) => {
    const known = FALLBACKS[language].find((one) => names[one])
    return known === undefined ? undefined : { known, text: names[known]! }
  }
  return {
    language,
    direction: directionOf(language),
    say,
    number: (value) => numbers.format(value),
    date,
    period: (from, to) => {
      const [first, last] = [from ?? to, to ?? from]
      if (first === null || last === null) return null
      return first.value === last.value ? date(first) : html`${date(first)} – ${date(last)}`
    },
    name: (names) => {
      const one = names && found(names)
      if (!one) return null
      if (one.known === language) return html`<bdi>${one.text}</bdi>`
      return html`<bdi lang="${one.known}" dir="${directionOf(one.known)}">${one.text}</bdi>`
    },
    plainName: (names) => found(names)?.text ?? '',
  }
}

const directionOf = (language: string) => (language === 'ar' ? 'rtl' : 'ltr')

/** A text whose language nobody wrote down. */
export const unmarked = (text: string): Html =>
  /[\u0600-\u06ff]/.test(text) ? html`<bdi lang="ar" dir="rtl">${text}</bdi>` : html`<bdi>${text}</bdi>`
