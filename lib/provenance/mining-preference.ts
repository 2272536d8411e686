import { licenceById } from '#lib/protocol/licences.ts'

const USES = ['ai_generative_training', 'ai_inference', 'ai_training', 'data_mining'] as const
const PLUS = 'http://ns.useplus.org/ldf/vocab/'

/** Whether machines may learn from a work: as its licence lets anybody use it, no more and no less. */
export type MiningPreference = {
  /** Entries of the C2PA assertion `cawg.training-mining`. */
  cawg: Record<string, { use: 'allowed' } | { use: 'constrained'; constraint_info: string }>
  /** Term of `plus:DataMining`, and what it refers to. */
  plus: { term: string; constraint: string | null }
}

/** @param id SPDX id of a licence in the registry */
export function miningPreferenceOf(id: string): MiningPreference {
  const { flags } = licenceById(id)
  const isFree = flags.commercial && flags.derivatives && !flags.attribution
  const constraint = isFree ? null : id
  const use = constraint
    ? ({ use: 'constrained', constraint_info: constraint } as const)
    : ({ use: 'allowed' } as const)
  return {
    cawg: Object.fromEntries(USES.map((name) => [`cawg.${name}`, use])),
    plus: { term: `${PLUS}${isFree ? 'DMI-ALLOWED' : 'DMI-PROHIBITED-SEECONSTRAINT'}`, constraint },
  }
}
