import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { closingFor } from '#lib/flows/close/closing.ts'
import { winnersFor } from '#lib/flows/mint/winners.ts'
import { type FrozenRound, sendCall, signedBallot } from './hold-round.ts'
import type { Instance } from './with-instance.ts'

/** One voter, anna, chooses one work; the round is counted, anchored and minted. */
export async function mintChosen(instance: Instance, round: FrozenRound, contentHash: string) {
  const { services } = instance
  const { rules, roundId, rowId } = round
  const chosen = await services.db.candidate.findFirstOrThrow({ where: { roundRowId: rowId, contentHash } })
  const ballot = await signedBallot(instance, round, 'anna', [chosen.number ?? 0])
  const answer = await acceptBallot(services, roundId, ballot)
  if (answer.kind === 'refused') throw answer.error
  await instance.moveTo(rules.closesAt)
  await anchorHead(services, rowId)
  await instance.moveTo(rules.closesAt + rules.sealGrace)
  await instance.control.mine()
  const { kind } = await countRound(services, rowId)
  if (kind !== 'counted') throw new Error(`the round is ${kind}`)
  await sendCall(instance, 'director', (await closingFor(services, roundId)).call)
  const { finalAt } = await winnersFor(services, roundId)
  await instance.moveTo((finalAt ?? 0) + 1)
  const { call, rows } = await winnersFor(services, roundId)
  await sendCall(instance, 'director', call)
  const [winner] = rows
  if (!winner) throw new Error('nothing was chosen')
  return winner
}
