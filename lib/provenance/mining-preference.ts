import { MINING_USES, type MiningUse, miningUseOf } from '#lib/protocol/mining-use.ts'

const PLUS = 'http://ns.useplus.org/ldf/vocab/'

const ERC7517_USES = ['dataMining', 'aiInference', 'aiTraining', 'aiGenerativeTraining'] as const

/** Whether machines may learn from a work: as its licence lets anybody use it, no more and no less. */
export type MiningPreference = {
  /** Entries of the C2PA assertion `cawg.training-mining`. */
  cawg: Record<string, MiningUse>
  /** `dataMiningPreference` of ERC-7517, in the metadata of a token. */
  erc7517: Record<(typeof ERC7517_USES)[number], MiningUse['use']>
  /** Term of `plus:DataMining`, and what it refers to. */
  plus: { term: string; constraint: string | null }
}

/** @param id SPDX id of a licence in the registry */
export function miningPreferenceOf(id: string): MiningPreference {
  const use = miningUseOf(id)
  const isFree = use.use === 'allowed'
  return {
    cawg: Object.fromEntries(MINING_USES.map((name) => [name, use])),
    erc7517: {
      dataMining: use.use,
      aiInference: use.use,
      aiTraining: use.use,
      aiGenerativeTraining: use.use,
    },
    plus: {
      term: `${PLUS}${isFree ? 'DMI-ALLOWED' : 'DMI-PROHIBITED-SEECONSTRAINT'}`,
      constraint: isFree ? null : id,
    },
  }
}
