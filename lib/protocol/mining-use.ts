import { licenceById } from './licences.ts'

/** What machines may do with a work, as `cawg.training-mining` says it. */
export type MiningUse = { use: 'allowed' } | { use: 'constrained'; constraint_info: string }

/** The uses that a picture answers for. */
export const MINING_USES = [
  'cawg.ai_generative_training',
  'cawg.ai_inference',
  'cawg.ai_training',
  'cawg.data_mining',
] as const

/**
 * Machines may learn from a work as its licence lets anybody use it, no more and no less.
 * @param id SPDX id of a licence in the registry
 * @throws ProtocolError `licence-unknown`
 */
export function miningUseOf(id: string): MiningUse {
  const { commercial, derivatives, attribution } = licenceById(id).flags
  const isFree = commercial && derivatives && !attribution
  return isFree ? { use: 'allowed' } : { use: 'constrained', constraint_info: id }
}
