import type { LookBin } from '#components/rounds/exposure/look-bins.ts'
import type { MintView } from '#components/rounds/mint-row.tsx'
import type { ProgressView } from '#components/rounds/progress-frame.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Verdict } from '#components/ui/check.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW, sampleRound, sampleRow } from '#components/workshop/sample/round.ts'
import { LONG_TITLE, samplePictureOf, sampleWork } from '#components/workshop/sample/works.ts'
import type { RoundState, RoundView } from '#lib/rounds/schema.ts'

const equivocation = {
  tx: sampleBytes(1),
  block: 214,
  time: NOW,
  operator: sampleAddress(5),
  evidence: 'equivocation',
  size: '31',
  signedRoot: sampleBytes(2),
  otherRoot: sampleBytes(3),
} as const

export const FROZEN = {
  equivocation,
  dropped: { ...equivocation, evidence: 'dropped', size: '1' },
} as const

/** A round that a proof has frozen. */
export function frozenRound(state: RoundState, proof: keyof typeof FROZEN, change: Partial<RoundView> = {}) {
  const round = sampleRound(state, change)
  return { ...round, isFrozen: true, chain: { ...round.chain, frozen: FROZEN[proof] } }
}

export const ROUNDS = {
  frozen: frozenRound('challenge', 'dropped'),
  frozenEarly: frozenRound('voting', 'equivocation'),
  list: [
    sampleRow('submissions', 'Tidal studies'),
    sampleRow('voting', 'Two Inks'),
    sampleRow('counting', 'Levee'),
    sampleRow('challenge', 'Marram'),
    sampleRow('final', 'Winter wheat'),
    sampleRow('minted', 'Night ferry'),
    sampleRow('cancelled', 'Ebb'),
    sampleRow('draft', 'A round whose name is as long as a name may be, and which says so in its own title'),
  ],
}

const { title } = sampleWork(LONG_TITLE)

export const PROGRESS: readonly ProgressView[] = [
  { position: 1, state: 'waiting', line: 'Picture 1' },
  { position: 2, state: 'waiting', line: 'The volunteers’ queue is long: 14 before it.' },
  { position: 3, state: 'printing', line: 'Picture 3, try 2' },
  {
    position: 4,
    state: 'hung',
    picture: samplePictureOf(4),
    title: sampleWork(4).title,
    line: '9 gates passed',
  },
  {
    position: 5,
    state: 'hung',
    picture: samplePictureOf(1),
    title,
    line: 'Moved: the hour. 9 gates passed',
    acts: <Button kind="link">Make variations</Button>,
  },
  {
    position: 6,
    state: 'refused',
    picture: samplePictureOf(6),
    finding: 'Palette gate: 3 inks found, 2 allowed.',
    advice: 'Name the two inks in the brief.',
    action: <Button kind="link">Try again</Button>,
  },
  { position: 7, state: 'refused', finding: 'The volunteer’s machine did not answer.' },
]

const VERDICTS: readonly Verdict[] = ['checked', 'running', 'broken', 'unknown']

export const MINTS: readonly MintView[] = VERDICTS.map((proof, index) => {
  const number = [1, 4, LONG_TITLE, 8][index] ?? 1
  const work = sampleWork(number)
  return {
    place: index + 1,
    number,
    title: work.title,
    creator: work.creatorName,
    picture: samplePictureOf(number),
    recipient: sampleAddress(index),
    record: { hash: sampleBytes(index), href: '#rounds-mint-row' },
    proof,
    ...(index === 0 && { minted: { token: 17 } }),
  }
})

export const LOOKS: readonly LookBin[] = [3, 14, 52, 38, 11, 0, 2].map((works, index) => ({
  from: 20 + index * 4,
  to: 23 + index * 4,
  works,
}))
