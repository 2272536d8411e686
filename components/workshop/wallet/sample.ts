import { EMPTY_DRAFT } from '#components/voting/drafts/decisions.ts'
import type { Conflict } from '#components/voting/drafts/merge-drafts.ts'
import type { TransactionState } from '#components/wallet/use-transaction.ts'
import type { WalletFailure } from '#components/wallet/wallet-failure.ts'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { LONG_TITLE } from '#components/workshop/sample/works.ts'
import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import type { PendingView } from '#lib/flows/pending-ballot/schema.ts'

const HASH = sampleBytes(30)

export const STATES: Readonly<Record<string, TransactionState>> = {
  'is rehearsed': { kind: 'simulating' },
  'will pass': { kind: 'costed', gas: 214_301n, cost: '0.000412345' },
  'the wallet is open': { kind: 'wallet-open' },
  sent: { kind: 'submitted', hash: HASH, replaced: false },
  'sent, with an explorer': { kind: 'submitted', hash: HASH, replaced: false },
  replaced: { kind: 'submitted', hash: sampleBytes(31), replaced: true },
  'in a block': { kind: 'confirmed', hash: HASH, block: 7806n, gasUsed: 198_222n, contract: null },
  refused: { kind: 'failed', failure: { kind: 'reverted', reason: 'NotTheDirector' }, hash: null },
}

export const FAILURES: readonly WalletFailure[] = [
  { kind: 'rejected' },
  { kind: 'no-funds' },
  { kind: 'wrong-network' },
  { kind: 'reverted', reason: 'VotingIsClosed' },
  { kind: 'not-mined' },
  { kind: 'unknown', detail: 'The device is locked and its cable was taken out while it was asked.' },
]

const OWNERS = [1, 2, 3].map(sampleAddress)

const pending = (signed: number, change: Partial<PendingView> = {}): PendingView =>
  ({
    key: 'k'.repeat(22),
    digest: sampleBytes(32),
    signingChain: 31_337,
    safe: { chainId: 31_337, address: sampleAddress(9), owners: OWNERS, threshold: 2 },
    signed: OWNERS.slice(0, signed).map((owner) => ({ owner, at: 1_796_200_000 })),
    gone: [],
    state: 'collecting',
    refused: null,
    receipt: null,
    ...change,
  }) as PendingView

export const PENDING: Readonly<Record<string, PendingView>> = {
  'nobody signed': pending(0),
  'one of two, who is you': pending(1),
  'one who signed is no owner any more': pending(1, { gone: [sampleAddress(7)] }),
  'the log has it': pending(2, { state: 'taken' }),
  'closed before enough had signed': pending(1, { state: 'closed' }),
}

export const CONFLICTS: readonly Conflict[] = [
  { matter: 'mark 2', mine: 'pick', theirs: 'pass' },
  { matter: `rating ${LONG_TITLE}`, mine: 4, theirs: undefined },
  { matter: 'order', mine: '2>3>7', theirs: '7>3>2' },
  {
    matter: 'note',
    mine: 'the ink',
    theirs: 'A note as long as somebody writes it on a train, about the tide and the paper',
  },
]

const draft = (change: Partial<BallotDraft>): BallotDraft => ({ ...EMPTY_DRAFT, ...change })

export const DRAFTS = {
  before: draft({ picks: [2, 3], passes: [5], note: 'ink' }),
  after: draft({
    picks: [2, 3, 4, 8],
    passes: [5, 9],
    ratings: [[4, 5]],
    order: [4, 2, 3],
    note: 'ink and tide',
  }),
}
