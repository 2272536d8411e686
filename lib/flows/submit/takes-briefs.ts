import { AppError } from '#lib/platform/errors.ts'
import { admissionEnded } from '#lib/protocol/states.ts'
import type { Round } from '#lib/rounds/data.ts'

/** Pictures can be asked for while submissions are open. @throws AppError round-unknown, brief-window */
export function assertTakesBriefs(
  round: Round | null,
  now: number,
): asserts round is Round & { roundId: `0x${string}` } {
  if (!round?.roundId) throw new AppError('round-unknown')
  const { rules, status, candidateRoot } = round
  const open = status === 'submissions' && candidateRoot === null && now >= rules.submissionsOpenAt
  if (!open || admissionEnded(rules, now)) throw new AppError('brief-window')
}
