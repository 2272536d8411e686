import type { Hex } from 'viem'
import type {
  CallView,
  ClosingView,
  CreateRoundInput,
  OpeningView,
  RoundView,
  WinnersView,
} from '#lib/rounds/schema.ts'
import { type Ground, passNewestBlock, until } from './ground.ts'
import type { Visitor } from './visitor.ts'

const pathOf = (round: RoundView) => `/api/v1/rounds/${round.roundId}`

export const readRound = (visitor: Visitor, round: RoundView) => visitor.ask<RoundView>('GET', pathOf(round))

/** Drafts a round and opens its submissions. */
export async function beginRound(director: Visitor, input: CreateRoundInput): Promise<RoundView> {
  const draft = await director.ask<RoundView>('POST', '/api/v1/rounds', input)
  return freezeDraft(director, draft.rowId)
}

/** Opens the submissions of a draft; its times count from now. */
export const freezeDraft = (director: Visitor, rowId: string): Promise<RoundView> =>
  director.ask('POST', `/api/v1/rounds/${rowId}/freeze`)

/** Whether the act was done already; one that can never be done is an error. */
function isEnd<Missing extends string>(missing: readonly Missing[], done: NoInfer<Missing>): boolean {
  if (missing.some((reason) => reason === 'cancelled')) throw new Error('the round is cancelled')
  return missing.includes(done)
}

/** Sends a planned call and lets the site read it. */
async function carryOut(director: Visitor, round: RoundView, call: CallView): Promise<Hex> {
  const hash = await director.send(call.to, call.data)
  await director.ask('POST', `${pathOf(round)}/sync?tx=${hash}`)
  return hash
}

/** Opens the round on chain once its candidates are numbered. */
export async function openOnChain(ground: Ground, director: Visitor, round: RoundView): Promise<void> {
  await ground.clock.waitUntil(round.rules.submissionsCloseAt)
  const opening = await until('the numbers of the candidates', async () => {
    const view = await director.ask<OpeningView>('GET', `${pathOf(round)}/opening`)
    return view.ready || isEnd(view.missing, 'opened') ? view : null
  })
  if (opening.call) await carryOut(director, round, opening.call)
}

/** Waits for the voting of a round that is opened on chain. */
export async function awaitVoting(ground: Ground, director: Visitor, round: RoundView): Promise<RoundView> {
  await ground.clock.waitUntil(round.rules.opensAt + 1)
  return until('voting', async () => {
    const view = await readRound(director, round)
    return view.state === 'voting' ? view : null
  })
}

/** From numbered candidates to voting. */
export async function openVoting(ground: Ground, director: Visitor, round: RoundView): Promise<RoundView> {
  await openOnChain(ground, director, round)
  return awaitVoting(ground, director, round)
}

/** Waits until the round is counted, then anchors the result; null when that was done before. */
export async function closeVoting(ground: Ground, director: Visitor, round: RoundView): Promise<Hex | null> {
  await ground.clock.waitUntil(round.rules.closesAt)
  await until('the anchored log', async () => {
    const { chain, ballotCount } = await readRound(director, round)
    return ballotCount === 0 || (chain.anchored?.size ?? 0) >= ballotCount ? chain : null
  })
  await ground.clock.waitUntil(round.rules.closesAt + round.rules.sealGrace)
  const { call } = await until('the counted result', async () => {
    const view = await director.ask<ClosingView>('GET', `${pathOf(round)}/closing`)
    return view.ready || isEnd(view.missing, 'closed') ? view : null
  })
  return call && carryOut(director, round, call)
}

/** Waits out the challenge. Anyone may mint then. */
export async function mintWinners(
  ground: Ground,
  minter: Visitor,
  round: RoundView,
): Promise<{ tx: Hex | null; winners: WinnersView }> {
  const { chain } = await readRound(minter, round)
  await ground.clock.waitUntil((chain.finalAt ?? 0) + 1)
  const view = await until('the end of the challenge', async () => {
    const winners = await minter.ask<WinnersView>('GET', `${pathOf(round)}/winners`)
    const { ready, missing } = winners
    return ready || missing.includes('no-winners') || isEnd(missing, 'minted') ? winners : null
  })
  if (!view.call) return { tx: null, winners: view }
  const tx = await carryOut(minter, round, view.call)
  await passNewestBlock(ground, minter.reader)
  return { tx, winners: await minter.ask('GET', `${pathOf(round)}/winners`) }
}
