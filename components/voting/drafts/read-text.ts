import * as words from '#messages/voting/drafts/read-text.ts'
import type { ReadFile } from './draft-file.ts'

/** Far more than the largest round writes. */
const MOST_BYTES = 4_194_304

/** A file's text, or why it has none. */
export async function readText(file: Blob): Promise<string | Extract<ReadFile, { ok: false }>> {
  if (file.size > MOST_BYTES)
    return { ok: false, faults: [{ code: 'draft-file-large', at: '', says: words.tooLarge }] }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return { ok: false, faults: [{ code: 'draft-file-unread', at: '', says: words.notUtf8 }] }
  }
}
