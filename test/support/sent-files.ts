/** What tests send: as small as each form allows. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj\n%%EOF\n')

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')

/** A page that calls itself an image. */
export const HTML = Buffer.from('<!doctype html><html><script>alert(1)</script></html>')
export const PNG_OF_HTML = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), HTML])
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const SVG_XML = Buffer.concat([Buffer.from('<?xml version="1.0"?>'), SVG])
