import type { Verdict } from '#components/ui/check.tsx'
import type { Colour } from '#lib/protocol/verify/report.ts'

const VERDICTS: Record<Colour, Verdict> = {
  green: 'checked',
  red: 'broken',
  unknown: 'unknown',
  attested: 'attested',
  absent: 'todo',
}

/** The square of a colour; a check that this version does not have stays to do. */
export const verdictOf = (colour: Colour): Verdict => VERDICTS[colour]
