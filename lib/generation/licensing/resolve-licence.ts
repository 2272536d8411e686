import type { ModelTerms } from '#lib/generation/port.ts'
import { derivationBar } from '#lib/protocol/licences.ts'
import { type RoundTerms, termsBar } from '#lib/protocol/model-licences.ts'
import type { Conflict } from './schema.ts'

/** A file that a work is made from. */
export type Source = {
  /** SPDX id; null where nobody says. */
  licence: string | null
  /** Of the very creator, who may give it away under other terms. */
  isOwn: boolean
}

/** Everything that a work is made of, as far as it comes with terms. */
export type Origins = {
  model: ModelTerms
  loras: readonly ModelTerms[]
  inputs: readonly Source[]
  /** The works that it varies, and those behind them as far as its creator made them. */
  parents: readonly Source[]
}

export type Resolution = { allowed: true } | { allowed: false; conflicts: [Conflict, ...Conflict[]] }

type Bar = Conflict['because'] | null

function barOfSource({ licence, isOwn }: Source, round: RoundTerms): Bar {
  if (isOwn) return null
  if (licence === null) return round.outputs === 'any-use' ? 'unknown' : null
  return derivationBar(licence, round.licence)
}

/**
 * Whether a work may hang in a round: what its model, LoRAs, inputs and parents allow is no less than what the
 * round's licence promises. Terms that nobody knows are left to the round's policy, and are not guessed.
 * @returns every conflict, model first
 */
export function resolveLicence({ model, loras, inputs, parents }: Origins, round: RoundTerms): Resolution {
  const conflict = (of: Conflict['of'], licence: string | null, because: Bar): Conflict[] =>
    because ? [{ of, licence, because }] : []
  const [first, ...others] = [
    ...conflict('model', model.licence, termsBar(model, round)),
    ...loras.flatMap((lora) => conflict('lora', lora.licence, termsBar(lora, round))),
    ...inputs.flatMap((input) => conflict('input', input.licence, barOfSource(input, round))),
    ...parents.flatMap((parent) => conflict('parent', parent.licence, barOfSource(parent, round))),
  ]
  return first ? { allowed: false, conflicts: [first, ...others] } : { allowed: true }
}

/** The conflict of a model alone, before anything else is known of a work; null when there is none. */
export function modelConflict(model: ModelTerms, round: RoundTerms): Conflict | null {
  const resolution = resolveLicence({ model, loras: [], inputs: [], parents: [] }, round)
  return resolution.allowed ? null : resolution.conflicts[0]
}
