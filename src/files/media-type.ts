/**
 * The media type that the content itself says, whatever its name or its sender say; undefined when it is none that
 * is known. A signature alone is not enough where a page could follow it.
 *
 * @param head the first bytes of a file
 */
export async function mediaTypeOf(head: Buffer): Promise<string | undefined> {
  // Forty modules that only who sends a file needs.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = (await fileTypeFromBuffer(head))?.mime
  if (found === 'image/png' && head.toString('latin1', 12, 16) !== 'IHDR') return undefined
  if (found === 'application/pdf' && !head.subarray(0, 5).equals(Buffer.from('%PDF-'))) return undefined
  return found
}
