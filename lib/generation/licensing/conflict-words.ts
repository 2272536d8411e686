import * as words from '#messages/generation/licensing/conflict-words.ts'
import type { Conflict } from './schema.ts'

/** A conflict in one sentence that names both sides. @param round SPDX id of the round's licence */
export function conflictWords({ of, licence, because }: Conflict, round: string): string {
  return words.because[because](words.termsOf[of](licence), round)
}
