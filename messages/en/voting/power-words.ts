import { figure } from '#messages/voting/figure.ts'

const another = 'Try another account of yours.'
export const zero = {
  'not-delegated': {
    cause: 'Tokens are held, but they were not delegated to this account at the snapshot.',
    advice: 'Delegate to yourself now: it counts from the next round on.',
  },
  'bought-later': {
    cause: 'The tokens came after the snapshot.',
    advice: 'They count from the next round on.',
  },
  'held-too-short': {
    cause: 'The tokens were not held at every moment that counts.',
    advice: 'Held on, they count in a later round.',
  },
  'below-minimum': {
    cause: 'There are fewer tokens than one vote needs.',
    advice: 'More tokens count from the next round on.',
  },
  'no-tokens': { cause: 'This account holds none of the round’s tokens.', advice: another },
  'not-on-list': { cause: 'This account does not stand in the round’s list.', advice: another },
  'wrong-chain': {
    cause: 'The tokens are on another chain than the one this round counts.',
    advice: another,
  },
}

export const silent = (chainId: number | null) =>
  `Chain ${chainId} does not answer. Nothing is lost: votes are weighed in the count.`

const now = (held: bigint) => `Holds ${figure(held)} now; `
export const notDelegated = (held: bigint | null, snapshot: string) =>
  `${held === null ? '' : now(held)}not delegated to this account at the snapshot of ${snapshot}. Delegating to oneself counts from the next round on.`
export const boughtLater = (held: bigint | null, snapshot: string) =>
  `${held === null ? 'The tokens' : `${now(held)}they`} came after the snapshot of ${snapshot} and count from the next round on.`
export const heldTooShort = 'Held at the snapshot, but not at every earlier moment that counts.'
export const belowMinimum = (amount: bigint) =>
  `${figure(amount)} at the snapshot: fewer than one vote needs.`
export const notOnList = 'Does not stand in the list.'
type Elsewhere = { held: bigint | null; elsewhere: number | null; chainId: number | null }
export const wrongChain = ({ held, elsewhere, chainId }: Elsewhere) =>
  `Holds ${held === null ? 'some' : figure(held)} on chain ${elsewhere}; this round counts those on chain ${chainId}.`
export const noTokens = 'Held none at the snapshot, and holds none now.'

export const sameForAll = 'The same for every voter.'
export const inList = (amount: bigint) => `${figure(amount)} in the list.`
type Weighed = { amount: bigint; isCoin: boolean; block: string | null; chainId: number | null }
/** Coins are counted in their smallest unit, whatever a wallet shows. */
export const weighed = ({ amount, isCoin, block, chainId }: Weighed) =>
  `${figure(amount)}${isCoin ? ' base units' : ''} ${block === null ? `on chain ${chainId} now` : `at block ${block} of chain ${chainId}`}.`

const votes = (power: bigint) => (power === 1n ? '1 vote' : `${figure(power)} votes`)
export const votesAt = (power: bigint, block: string | null) =>
  `${votes(power)}${block === null ? '' : ` at block ${block}`}`
export const atLeast = (power: bigint) => `At least ${votes(power)} so far`
export const capped = (sum: bigint, cap: bigint) =>
  `Together ${figure(sum)}; at most ${figure(cap)} count for one account.`
