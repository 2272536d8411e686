import type { Files } from '#lib/protocol/bundle.ts'
import { parseJsonLines } from '#lib/protocol/canonical.ts'
import { type PowerRecord, powerRecordSchema } from '#lib/protocol/power.ts'

/** The powers that a bundle counted with. */
export function parsePowerLines(files: Files): PowerRecord[] {
  const lines = files.get('powers.jsonl') ?? new Uint8Array()
  return parseJsonLines(lines).map((line) => powerRecordSchema.parse(line))
}
