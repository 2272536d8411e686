import type { z } from 'zod'
import type { EventPlace, RoundEvent, RoundEventName, roundEventArgs } from './schema.ts'

type Args<Name extends RoundEventName> = z.infer<(typeof roundEventArgs)[Name]>
export type Placed<Name extends RoundEventName> = Args<Name> & { place: EventPlace }

/** What the chain says about one round, in chain order. */
export type ChainFacts = {
  opened: Placed<'RoundOpened'> | null
  anchors: Placed<'HeadAnchored'>[]
  posted: Placed<'BallotPosted'>[]
  voids: Placed<'CandidateVoided'>[]
  cancelled: Placed<'RoundCancelled'> | null
  closes: Placed<'RoundClosed'>[]
  minted: Placed<'WinnerMinted'>[]
  rotations: Placed<'OperatorRotated'>[]
  /** The freeze that no ruling has lifted yet. */
  frozen: Placed<'RoundFrozen'> | null
  /** End of the challenge window in Unix seconds; null before the first close. */
  finalAt: number | null
}

export function emptyFacts(): ChainFacts {
  return {
    opened: null,
    anchors: [],
    posted: [],
    voids: [],
    cancelled: null,
    closes: [],
    minted: [],
    rotations: [],
    frozen: null,
    finalAt: null,
  }
}

function add(facts: ChainFacts, event: RoundEvent): void {
  const { place } = event
  switch (event.name) {
    case 'RoundOpened':
      facts.opened = { ...event.args, place }
      break
    case 'HeadAnchored':
      facts.anchors.push({ ...event.args, place })
      break
    case 'BallotPosted':
      facts.posted.push({ ...event.args, place })
      break
    case 'CandidateVoided':
      facts.voids.push({ ...event.args, place })
      break
    case 'RoundCancelled':
      facts.cancelled = { ...event.args, place }
      break
    case 'RoundClosed':
      facts.closes.push({ ...event.args, place })
      facts.finalAt = event.args.finalAt
      break
    case 'WinnerMinted':
      facts.minted.push({ ...event.args, place })
      break
    case 'OperatorRotated':
      facts.rotations.push({ ...event.args, place })
      break
    case 'RoundFrozen':
      facts.frozen = { ...event.args, place }
      break
    case 'FreezeLifted':
      facts.frozen = null
      if (event.args.finalAt > 0) facts.finalAt = event.args.finalAt
      break
  }
}

/** Folds the events of one round, given in chain order. */
export function chainFacts(events: readonly RoundEvent[]): ChainFacts {
  const facts = emptyFacts()
  for (const event of events) add(facts, event)
  return facts
}

/** The operator whose heads count now: the opening's, or the last one it was rotated to. */
export function operatorOf(facts: ChainFacts): string | null {
  return facts.rotations.at(-1)?.operator ?? facts.opened?.operator ?? null
}
