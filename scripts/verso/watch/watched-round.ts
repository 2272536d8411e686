import { z } from 'zod'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import type { Fraud, Step } from '#lib/protocol/verify/fraud-evidence.ts'
import { EMPTY_RECORD, logRecordSchema, seenHeadSchema } from '#lib/protocol/verify/watch-log.ts'
import { chainRecordSchema } from './chain-side.ts'
import type { InstanceApi } from './instance-api.ts'

/** What is remembered of a round from one look to the next. */
export const watchedSchema = z.strictObject({
  title: z.string().max(200),
  log: logRecordSchema,
  /** Unix seconds of the watcher's clock when the head in `log` was first seen. */
  seenAt: z.int().nullable(),
  /** Anchored heads that are not compared with the log yet. */
  pending: z.array(seenHeadSchema),
  /** Signed heads that contradict the log: one of them contradicts what will be sealed. */
  disputed: z.array(seenHeadSchema),
  /** When a leaf beyond the last anchor was first known, Unix seconds of the chain. */
  grewAt: z.int().nullable(),
  chain: chainRecordSchema.nullable(),
  frauds: z.array(z.strictObject({ key: z.string(), says: z.string(), file: z.string().nullable() })),
})
export type Watched = z.infer<typeof watchedSchema>

/** Before the first look. */
export function unseenRound(title: string): Watched {
  const empty = { pending: [], disputed: [], grewAt: null, chain: null, frauds: [] }
  return { title, log: EMPTY_RECORD, seenAt: null, ...empty }
}

/** A receipt that the watcher was given. */
export type GivenReceipt = { file: string; receipt: Receipt; leafHash: Bytes32 }

/** Something that is not as it should be, for as long as it lasts. Said when it begins. */
export type Condition = {
  /** `withheld`: kept back or not what was promised; `down`: nobody answers; `note`: worth knowing. */
  level: 'withheld' | 'down' | 'note'
  code: string
  says: string
  steps: Step[]
}

/** A fraud, what anyone can send about it, and when more can be sent. */
export type Found = {
  key: string
  fraud: Fraud
  steps: Step[]
  later: string | null
  receipt: GivenReceipt | null
  /** Nodes that lead from the root of the later head to another beginning than the earlier one. */
  nodes: readonly Bytes32[] | null
}

/** What looks at rounds have to reach. */
export type Desk = {
  api: InstanceApi
  /** A fresh reader, so that nothing is remembered of blocks that a chain took back; null when none is asked. */
  chain: (() => ChainReader) | null
  /** Unix seconds of the watcher's own clock. */
  now: () => number
  /** Receipts that were found in the log since the start. */
  settled: Set<string>
}

/** How far the log was followed, and how far the chain is known to have it. */
export type LogFacts = {
  size: number
  root: Bytes32 | null
  signedAt: number | null
  anchored: { size: number; block: string } | null
}

/** What one look at a round brought. */
export type Look = {
  watched: Watched
  /** One line about how the round stands; the same words as before are not said again. */
  summary: string
  /** What the line rests on: said again when this changes. */
  standing: string
  notes: string[]
  conditions: Condition[]
  found: Found[]
  /** Whether the instance showed its log, and whether that goes on from what was remembered. */
  shown: boolean
  followed: boolean
  log: LogFacts
  /** Nothing more can be proven about the round. */
  over: boolean
}
