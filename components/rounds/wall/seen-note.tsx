'use client'

import { useIsSeen } from '#components/voting/use-seen.ts'
import * as text from '#messages/rounds/wall/seen-note.ts'

/** Follows the creator of a work that was looked at on this device. */
export function SeenNote({ roundId, number }: { roundId: string; number: number }) {
  return useIsSeen(roundId, number) && text.seen
}
