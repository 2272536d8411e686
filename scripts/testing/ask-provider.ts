import { progressOfBrief } from '#lib/flows/generate/progress-of-brief.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { type Generation, signBrief, type TestRound } from './with-generation.ts'

type Peer<Fault> = { faults: Fault[]; creates: number; made: readonly unknown[] }

/** What became of a picture: its state, why, how often the provider was asked, and how many it made. */
export type Outcome = { state: string; code: string | null; creates: number; made: number }

type At<Fault> = { world: Generation; round: TestRound; peer: Peer<Fault>; provider: string }

/** Asks a provider's peer for one picture, by a signed brief, with what is to go wrong on the way. */
export async function askProvider<Fault>(
  { world, round, peer, provider }: At<Fault>,
  prompt: string,
  faults: readonly Fault[],
) {
  peer.faults.push(...faults)
  const signed = await signBrief(round, { prompt }, { provider })
  const actor = signed.brief.creator
  const { digest, tasks } = await submitBrief(world.services, { roundId: round.roundId, signed }, actor)
  const [creates, made] = [peer.creates, peer.made.length]
  const asked = () => ({ creates: peer.creates - creates, made: peer.made.length - made })
  const progress = async () => (await progressOfBrief(world.db, round.roundId, digest))?.items[0]
  const outcome = async (): Promise<Outcome> => {
    const { state = '', reason } = (await progress()) ?? {}
    return { state, code: reason?.code ?? null, ...asked() }
  }
  return { taskId: tasks[0]?.id ?? '', asked, progress, outcome }
}
