import { z } from 'zod'
import { createDeviceStore, type DeviceStore, type Kept } from '#components/voting/device-store.ts'
import { onePerKey } from '#components/voting/one-per-key.ts'
import { type BallotDraft, draftSchema } from '#lib/ballots/drafts/schema.ts'
import { type Address, addressSchema } from '#lib/protocol/primitives.ts'
import { keepKey } from './keep-key.ts'

/** What this device and the instance last agreed on, and for whom. */
export type Agreed = { address: Address; version: number; savedAt: number | null; base: BallotDraft }

export type KeepRecord = {
  /** Null while the draft is kept on this device only. */
  agreed: Agreed | null
  /** It was kept there until another device had it forgotten. */
  isForgotten?: boolean
}

const VERSION = 1
const recordSchema = z.object({
  kept: z.literal(VERSION),
  address: addressSchema,
  version: z.int().min(0),
  savedAt: z.int().nullable(),
  base: draftSchema,
})

export const NOT_KEPT: KeepRecord & { kept: Kept } = { agreed: null, kept: 'device' }

/** Anything unreadable or of another version is not kept, never an error. */
export function parseRecord(raw: string | null): KeepRecord {
  try {
    const { kept: _, ...agreed } = recordSchema.parse(JSON.parse(raw ?? ''))
    return { agreed }
  } catch {
    return { agreed: null }
  }
}

const serializeRecord = ({ agreed }: KeepRecord) => agreed && JSON.stringify({ kept: VERSION, ...agreed })

export const keepRecordOf: (roundId: string) => DeviceStore<KeepRecord> = onePerKey(
  keepKey,
  (roundId, storage) =>
    createDeviceStore(
      { key: keepKey(roundId), nothing: NOT_KEPT, parse: parseRecord, serialize: serializeRecord },
      storage,
    ),
)
