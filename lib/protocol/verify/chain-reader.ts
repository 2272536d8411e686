import type {
  Anchor,
  CloseRecord,
  Evidence,
  MintRecord,
  PostedRecord,
  VoidRecord,
} from '#lib/protocol/evidence.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { WalletQuestion } from '#lib/protocol/wallet-signature.ts'

/** A block as a chain answers it; times in Unix seconds, the number as a decimal string. */
export type ChainBlock = { number: string; hash: Bytes32; parentHash: Bytes32; timestamp: number }

/** What the collection stores about a round. */
export type RoundFacts = {
  roundIndex: number
  candidateRoot: Bytes32
  candidateCount: number
  opensAt: number
  closesAt: number
  sealGrace: number
  challengeSeconds: number
  licenceHash: Bytes32
  royaltyReceiver: Address
  royaltyBps: number
  logSize: string
  logRoot: Bytes32
  closes: number
  /** End of the challenge window in Unix seconds; 0 before the first close. */
  finalAt: number
  resultHash: Bytes32
  winnersRoot: Bytes32
  sharesRoot: Bytes32
  sharesTotal: string
  frozen: boolean
}

/** What a round was opened with, as the collection stores it. */
export type OpeningFacts = Pick<
  RoundFacts,
  | 'candidateRoot'
  | 'candidateCount'
  | 'opensAt'
  | 'closesAt'
  | 'sealGrace'
  | 'challengeSeconds'
  | 'licenceHash'
  | 'royaltyReceiver'
  | 'royaltyBps'
>

/** The collection's events about one round, each list in chain order. */
export type RoundEvents = {
  opened: (Evidence['opening'] & { c2paRoot: Bytes32; facts: OpeningFacts }) | null
  heads: { size: string; root: Bytes32; signedAt: string; signature: `0x${string}`; anchor: Anchor }[]
  posted: PostedRecord[]
  voided: VoidRecord[]
  rotated: Evidence['rotations']
  closed: CloseRecord[]
  minted: Omit<MintRecord, 'tokenId'>[]
  cancelled: { reason: Bytes32; anchor: Anchor } | null
  /** Fraud proofs that froze the round, and rulings that lifted it. */
  freezes: { lifted: boolean; anchor: Anchor }[]
}

/** How a token counts time (ERC-6372); a token without CLOCK_MODE counts blocks. */
export type ClockMode = 'blocknumber' | 'timestamp'

/**
 * The reads of a chain that verification needs. Answers are lower case. A method that cannot answer rejects; the
 * check then says unknown, never green.
 */
export type ChainReader = {
  chainId(): Promise<number>
  latestBlock(): Promise<ChainBlock>
  block(number: string): Promise<ChainBlock | null>
  round(collection: Address, roundId: Bytes32): Promise<RoundFacts | null>
  /** Events from block `fromBlock` (inclusive) to the latest. */
  events(collection: Address, roundId: Bytes32, fromBlock: string): Promise<RoundEvents>
  clockMode(token: Address): Promise<ClockMode>
  /** getPastVotes(account, timepoint), read at the latest block: past checkpoints do not change. */
  pastVotes(token: Address, account: Address, timepoint: string): Promise<bigint>
  /** balanceOf(account) of an ERC-20 or ERC-721 at the state after block `blockNumber`. */
  balanceAt(token: Address, account: Address, blockNumber: string): Promise<bigint>
  /** balanceOf(account, id) of an ERC-1155 at the state after block `blockNumber`. */
  balanceOfIdAt(token: Address, tokenId: bigint, account: Address, blockNumber: string): Promise<bigint>
  /** keccak256 of the code at `address` after block `blockNumber`. */
  codeHash(address: Address, blockNumber: string): Promise<Bytes32>
  /** Whether the contract of an account takes a signature after block `blockNumber`; false for one without code. */
  takesSignature(question: WalletQuestion, blockNumber: string): Promise<boolean>
  /** Digest and URI of a token; null when it is not minted. */
  token(collection: Address, tokenId: bigint): Promise<{ digest: Bytes32; uri: string } | null>
}
