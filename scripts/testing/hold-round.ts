import { hexToBytes } from 'viem'
import { createRound } from '#lib/flows/draft-round/create-round.ts'
import { freezeRound } from '#lib/flows/draft-round/freeze-round.ts'
import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { registerCommunity } from '#lib/flows/found-community/register-community.ts'
import { numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { openingFor } from '#lib/flows/open/opening.ts'
import type { BallotPost } from '#lib/protocol/ballot.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import type { Round } from '#lib/rounds/data.ts'
import { type CallView, type CreateRoundInput, createRoundSchema } from '#lib/rounds/schema.ts'
import { hangWorks } from './hang-works.ts'
import { accountOf, type Instance } from './with-instance.ts'

export const addressOf = (name: string) => accountOf(name).address.toLowerCase() as `0x${string}`

type Bytes = `0x${string}`
export type FrozenRound = Round & { roundId: Bytes32 }

/** A community whose voters hold the votes given, and a frozen round in it. */
export async function frozenRound(
  instance: Instance,
  votes: Record<string, bigint>,
  template: Partial<CreateRoundInput> = {},
  delegates: Record<string, Bytes> = {},
): Promise<FrozenRound> {
  const { services } = instance
  const { collection, deployTx } = await instance.deployCollection()
  const token = await instance.deployToken(votes, delegates)
  const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
  const community = await registerCommunity(
    services,
    {
      slug: `wall-${collection.slice(2, 10)}`,
      name: 'The wall',
      description: '',
      collection,
      deployTx,
      strategies: [{ id: 'erc20-votes', version: '1', chainId: instance.control.chainId, token, params }],
      licence: 'CC-BY-4.0',
    },
    addressOf('director'),
  )
  // The snapshot is the freeze: the delegations have to lie before it.
  await instance.moveTo((await instance.now()) + 60)
  const input = createRoundSchema.parse({
    community: community.slug,
    title: 'Harbour lights',
    brief: 'Boats at night.',
    submissionsSeconds: 600,
    openingSeconds: 600,
    votingSeconds: 3600,
    challengeSeconds: 60,
    sealGrace: 120,
    headInterval: 60,
    ...template,
  })
  const draft = await createRound(services, input, addressOf('director'))
  const round = await freezeRound(services, draft.rowId, addressOf('director'))
  if (!round.roundId) throw new Error('a frozen round has an id')
  await instance.moveTo(round.rules.submissionsOpenAt + 60)
  return { ...round, roundId: round.roundId }
}

/** Sends a planned call from a named wallet and reads it back from the chain. */
export async function sendCall(instance: Instance, from: string, call: CallView | null): Promise<Bytes32> {
  if (!call) throw new Error('there is nothing to send')
  const { to, data } = call
  const hash = await instance.walletFor(from).sendTransaction({ to, data })
  await instance.mined(hash)
  await followChain(instance.services)
  return hash
}

/** A frozen round with works, numbered, opened on chain and at its opening time. */
export async function votingRoundWith(
  instance: Instance,
  votes: Record<string, bigint>,
  works: readonly string[],
  template: Partial<CreateRoundInput> = {},
  delegates: Record<string, Bytes> = {},
): Promise<FrozenRound> {
  const { services } = instance
  const round = await frozenRound(instance, votes, template, delegates)
  await hangWorks(services, round.rowId, works)
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, round.rowId)
  await sendCall(instance, 'director', (await openingFor(services, round.roundId)).call)
  await instance.moveTo(round.rules.opensAt + 1)
  const { candidateRoot, candidateCount } = await openingFor(services, round.roundId)
  return { ...round, candidateRoot, candidateCount }
}

/** A sound ballot of an account, unsigned; what is given overrides what it says. */
export async function unsignedBallot(
  instance: Instance,
  round: FrozenRound,
  voter: Bytes,
  numbers: readonly number[],
  overrides: Partial<BallotPost['ballot']> = {},
): Promise<BallotPost['ballot']> {
  const now = await instance.now()
  return {
    round: round.roundId,
    candidateRoot: round.candidateRoot ?? `0x${'00'.repeat(32)}`,
    voter,
    method: round.rules.method,
    choices: METHODS[round.rules.method].format({ numbers, values: [] }),
    note: '',
    sequence: '1',
    issuedAt: String(now),
    validUntil: String(now + 3600),
    agent: '',
    ...overrides,
  }
}

/** A ballot as its signer's key signs it, for one of the round's signing chains. */
export function signBallot(
  by: string,
  ballot: BallotPost['ballot'],
  { collection }: FrozenRound['rules'],
  signingChain: number,
): Promise<Bytes> {
  const { sequence, issuedAt, validUntil } = ballot
  return accountOf(by).signTypedData({
    domain: versoDomain(signingChain, collection),
    types: { Ballot: TYPES.Ballot },
    primaryType: 'Ballot',
    message: {
      ...ballot,
      sequence: BigInt(sequence),
      issuedAt: BigInt(issuedAt),
      validUntil: BigInt(validUntil),
    },
  })
}

/** A signed ballot as it is posted; what is given overrides what a sound ballot says. */
export async function signedBallot(
  instance: Instance,
  round: FrozenRound,
  voter: string,
  numbers: readonly number[],
  overrides: Partial<BallotPost['ballot']> = {},
): Promise<BallotPost> {
  const signingChain = round.rules.chainId
  const ballot = await unsignedBallot(instance, round, addressOf(voter), numbers, overrides)
  const signature = await signBallot(voter, ballot, round.rules, signingChain)
  if (hexToBytes(signature).length !== 65) throw new Error('not a 65-byte signature')
  return { signingChain, ballot, signature }
}
