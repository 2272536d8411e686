import 'server-only'
import { randomBytes } from 'node:crypto'
import { type PictureMime, sniffMime } from '#lib/generation/sniff-mime.ts'
import { db } from '#lib/platform/db.ts'
import { storage } from '#lib/platform/storage.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Home } from '#lib/protocol/typed-data.ts'
import { readAllCandidates, readByNumber, readCandidates, readHung, readWork } from './data.ts'
import { newestEpoch, readEpoch } from './exposure/data.ts'
import { readShapes, type Shape } from './hang/data.ts'
import { fairHang, plainHang } from './hang/hang-order.ts'
import { readMinted } from './minted/data.ts'
import { partOfWork } from './parts.ts'
import type {
  CandidatePage,
  ExposureRecord,
  Hang,
  HangOrder,
  HungWorkView,
  MintedWork,
  PassedCandidate,
  WorkPart,
  WorkView,
} from './schema.ts'

const PAGE = 60
const MOST = 200

/** A page of the works of a round: by number, before that in the order of admission. */
export async function listCandidates(input: {
  roundRowId: string
  cursor?: string | undefined
  from?: number | undefined
  take?: number
}): Promise<CandidatePage> {
  return readCandidates(db(), { ...input, take: Math.min(MOST, Math.max(1, input.take ?? PAGE)) })
}

/** All works of a round; for a ballot, which names any of them. */
export async function allCandidates(roundRowId: string): Promise<PassedCandidate[]> {
  return readAllCandidates(db(), roundRowId)
}

/** Works of a numbered round never change: those that were asked for last are kept by the process. */
const SHAPES_KEPT = 8
const shapesKept = new Map<string, Promise<Shape[]>>()

function shapesOf(roundRowId: string): Promise<Shape[]> {
  const shapes = shapesKept.get(roundRowId) ?? readShapes(db(), roundRowId)
  shapesKept.delete(roundRowId)
  shapesKept.set(roundRowId, shapes)
  shapes.catch(() => shapesKept.delete(roundRowId))
  const [oldest] = shapesKept.keys()
  if (shapesKept.size > SHAPES_KEPT && oldest !== undefined) shapesKept.delete(oldest)
  return shapes
}

type NumberedRound = { roundRowId: string; roundId: Bytes32; count: number }

/** Impressions of a round at an epoch, or at the newest one; null where there is no such epoch. */
export async function exposureOf(
  { roundRowId, count }: NumberedRound,
  epoch?: number,
): Promise<ExposureRecord | null> {
  const newest = await newestEpoch(db(), roundRowId)
  const found = await readEpoch(db(), { roundRowId, epoch: epoch ?? newest, count })
  return found && { ...found, newest }
}

/** Four hex digits by lot. */
const dealt = () => randomBytes(2).toString('hex')

/**
 * All works of a numbered round in an order. Without a deal a fair order is dealt anew, from the newest epoch; so it
 * is for a deal of an epoch that never was.
 */
export async function hangOf(
  round: NumberedRound,
  { order, deal }: { order: HangOrder; deal: string | null },
): Promise<Hang> {
  const shapes = await shapesOf(round.roundRowId)
  if (order !== 'fair') return plainHang(order, shapes)
  const [asked, given] = deal?.split('-') ?? []
  const found =
    (asked === undefined ? null : await exposureOf(round, Number(asked))) ?? (await exposureOf(round))
  const { epoch = 0, impressions = [] } = found ?? {}
  const isKnown = given !== undefined && epoch === Number(asked)
  return fairHang(shapes, { roundId: round.roundId, epoch, deal: isKnown ? given : dealt(), impressions })
}

/** Some works of a round, in the order of their numbers. */
export async function candidatesByNumber(input: {
  roundRowId: string
  numbers: readonly number[]
}): Promise<PassedCandidate[]> {
  return readByNumber(db(), input.roundRowId, input.numbers)
}

/** One work with its history; null when there is none. The content hash may come without its prefix. */
export async function candidateWork(
  input: { roundRowId: string } & ({ number: number } | { contentHash: string }),
): Promise<WorkView | null> {
  const { roundRowId, ...key } = input
  return readWork(db(), roundRowId, key)
}

/** A work by its content, in whatever round it hangs; null when it hangs nowhere. */
export async function hungWork(contentHash: string): Promise<HungWorkView | null> {
  const [found] = await readHung(db(), [contentHash])
  return found ?? null
}

/** Minted works, the newest first; of one collection or of all of this instance. */
export async function mintedWorks(
  options: { collection?: string; take?: number } = {},
): Promise<MintedWork[]> {
  return readMinted(db(), { collection: options.collection, take: Math.min(MOST, options.take ?? PAGE) })
}

/** The bytes behind a hash on the back of a work; null when there is no such work, or no record yet. */
export async function workPart(input: {
  roundRowId: string
  contentHash: string
  part: WorkPart
  home: Home
}): Promise<Uint8Array | null> {
  const { roundRowId, contentHash, part, home } = input
  const work = await readWork(db(), roundRowId, { contentHash })
  return work && partOfWork(work, part, home)
}

/** A picture or a rendition by the SHA-256 of its file, 64 hex digits; null when there is none. */
export async function pictureFile(hash: string): Promise<{ bytes: Uint8Array; mime: PictureMime } | null> {
  const bytes = await storage().get(hash)
  const mime = bytes && sniffMime(bytes)
  return bytes && mime ? { bytes, mime } : null
}
