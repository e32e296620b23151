import { LANGUAGES, type Language } from '../domain/messages.ts'
import { type Html, html, trusted } from './html.ts'
import { type Speaker, speakerOf, unmarked } from './language.ts'
import { FRAME } from './texts.ts'

/** Where pages are, for a reader of one language. */
export interface View extends Speaker {
  /** The address of a page. */
  page(path: string): string
  /** The address of an answer of the API. */
  api(path: string): string
}

const OWN_NAMES: Readonly<Record<Language, string>> = { ar: 'العربية', fr: 'Français', en: 'English' }
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230b6b4f'/%3E%3Cpath d='M8 25V15a8 8 0 0 1 16 0v10M13 25V15.5a3 3 0 0 1 6 0V25' fill='none' stroke='%23fff' stroke-width='2.5'/%3E%3C/svg%3E"
const MARK = trusted(
  '<svg class="mark" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true"><rect width="32" height="32" rx="7"/><path d="M8 25V15a8 8 0 0 1 16 0v10M13 25V15.5a3 3 0 0 1 6 0V25"/></svg>',
)

/** A page has one address in each language; Arabic's is the shortest. */
const inLanguage = (language: Language, path: string) =>
  language === 'ar' ? path : `/${language}${path === '/' ? '' : path.replace(/^\/(?=[?#])/, '')}`

/** @param base what stands before every path; empty at the root of a host */
export function viewOf(language: Language, base: string): View {
  return {
    ...speakerOf(language),
    page: (path) => `${base}${inLanguage(language, path)}`,
    api: (path) => `${base}${path}`,
  }
}

export interface Page {
  readonly title: string
  readonly description: string
  /** Without language, as `/action-plans/…`. */
  readonly path: string
  /** Where its data is in the API. */
  readonly data: string
  readonly main: Html
}

export interface Site {
  /** Scheme and host, where they are known; links between languages must say them. */
  readonly origin: string
  readonly base: string
  readonly css: string
}

/** The whole document. */
export function documentOf(view: View, site: Site, page: Page): string {
  const { say, language } = view
  const elsewhere = (other: Language) => `${site.origin}${site.base}${inLanguage(other, page.path)}`
  const whole = html`<!doctype html>
<html lang="${language}" dir="${view.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf6">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#101a17">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<link rel="icon" href="${ICON}">
<link rel="canonical" href="${elsewhere(language)}">
${LANGUAGES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${elsewhere(other)}">`)}
<link rel="alternate" hreflang="x-default" href="${elsewhere('ar')}">
<link rel="service-desc" href="${view.api('/openapi.json')}" type="application/vnd.oai.openapi+json;version=3.1">
<link rel="alternate" type="application/json" href="${view.api(page.data)}">
<style>${trusted(site.css)}</style>
</head>
<body>
<a class="skip" href="#main">${say(FRAME.skip)}</a>
<header class="top">
<div class="wide bar">
<a class="brand" href="${view.page('/')}">${MARK}<span><strong>${say(FRAME.service)}</strong>
<small>${say(FRAME.tagline)}</small></span></a>
<nav class="languages" aria-label="${say(FRAME.languages).text}"><ul>
${LANGUAGES.map((other) => {
  const address = `${site.base}${inLanguage(other, page.path)}`
  const current = other === language && html` aria-current="true"`
  return html`<li><a href="${address}" lang="${other}" hreflang="${other}"${current}>${OWN_NAMES[other]}</a></li>`
})}
</ul></nav>
<nav class="sections" aria-label="${say(FRAME.sections).text}"><ul>
<li><a href="${view.page('/')}"${page.path === '/' && html` aria-current="page"`}>${say(FRAME.home)}</a></li>
<li><a href="${view.page('/#map')}">${say(FRAME.map)}</a></li>
<li><a href="${view.page('/#plans')}">${say(FRAME.plans)}</a></li>
<li><a href="${view.page('/#next')}">${say(FRAME.next)}</a></li>
<li><a href="${view.api('/docs/')}" lang="en" hreflang="en"><bdi>API</bdi></a></li>
</ul></nav>
</div>
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer><div class="wide">
<h2>${say(FRAME.about_data)}</h2>
<p>${say(FRAME.proof)}</p>
<ul class="links">
<li><a href="${view.api(page.data)}">${say(FRAME.this_page)}</a></li>
<li><a href="${view.api('/docs/')}" hreflang="en">${say(FRAME.reference)}</a></li>
<li><a href="${view.api('/openapi.json')}">${say(FRAME.contract)}</a></li>
<li><a href="${view.api('/v1/licences')}" rel="license">${say(FRAME.licences)}</a></li>
</ul>
<p class="small">${say(FRAME.attribution)}</p>
</div></footer>
</body>
</html>
`
  return whole.text
}

/** What a reader sees instead of a page. */
export function refusalPage(view: View, path: string, problem: { title?: string; detail?: string }): Page {
  const title = problem.title ?? view.say(FRAME.error).text
  return {
    title,
    description: view.say(FRAME.tagline).text,
    path,
    data: '/v1/network',
    main: html`<section class="wide hero"><h1>${unmarked(title)}</h1>
<p class="lead">${problem.detail && unmarked(problem.detail)}</p>
<p><a class="button" href="${view.page('/')}">${view.say(FRAME.back)}</a></p></section>`,
  }
}
