import { MEDIA_TYPES } from './kinds.ts'

/**
 * The Content-Disposition of a file (RFC 6266): shown only where a browser can do no more than show it, and named
 * with the extension of what it is, never of what it was called.
 */
export function contentDisposition(mediaType: string, name: string): string {
  const { inline, extension } = MEDIA_TYPES[mediaType] ?? { inline: false, extension: 'bin' }
  const full = `${name.replace(/\.\w{1,5}$/, '')}.${extension}`
  // What a quoted text and a percent-encoded one can hold (RFC 8187 §3.2).
  const ascii = full.replaceAll(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(full).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Of what a file is called where it came from, its own name; null when there is none. */
export function fileNameOf(sent: string | undefined): string | null {
  const name = sent?.split(/[/\\]/).findLast((part) => part.trim() !== '')
  return name === undefined || /^\.+$/.test(name.trim()) ? null : name.trim()
}
