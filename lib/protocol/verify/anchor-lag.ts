import type { Rules } from '#lib/protocol/rules.ts'

/** Seconds that an anchor may take beyond its interval: sweeps and blocks take time. */
const LEAST_PATIENCE = 120
const MOST_PATIENCE = 900

/** How far the chain is behind a log that the operator has signed. */
export type AnchorLag =
  /** All of it is anchored. */
  | 'covered'
  /** The next anchor is not late. */
  | 'waiting'
  /** A whole interval has passed since it was due. */
  | 'overdue'
  /** Voting is over and the time to seal is half gone: whoever holds a head should anchor it. */
  | 'seal-now'
  /** Nothing can be anchored any more; what is not covered is not in the sealed log. */
  | 'too-late'

/**
 * Judges whether the operator keeps the rules' `headInterval`.
 * @param anchored the highest head on chain and the time of its block, null for none
 * @param grewAt when a leaf beyond it was first known; all times in Unix seconds of the home chain
 */
export function anchorLag(
  rules: Pick<Rules, 'opensAt' | 'closesAt' | 'sealGrace' | 'headInterval'>,
  {
    size,
    anchored,
    grewAt,
    now,
  }: {
    size: number
    anchored: { size: number; time: number } | null
    grewAt: number
    now: number
  },
): AnchorLag {
  if (size <= (anchored?.size ?? 0)) return 'covered'
  const { opensAt, closesAt, sealGrace, headInterval } = rules
  if (now >= closesAt + sealGrace) return 'too-late'
  if (now >= closesAt + sealGrace / 2) return 'seal-now'
  const due = Math.max((anchored?.time ?? opensAt) + headInterval, grewAt)
  const patience = Math.min(Math.max(headInterval, LEAST_PATIENCE), MOST_PATIENCE)
  return now > due + patience ? 'overdue' : 'waiting'
}
