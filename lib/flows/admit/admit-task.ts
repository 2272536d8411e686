import { renditionsOf } from '#lib/candidates/adapters/renditions.ts'
import { findTwin } from '#lib/candidates/data.ts'
import { metadataOf } from '#lib/candidates/metadata.ts'
import { admissionBar, insertCandidate, lockRound, type NewAsset } from '#lib/candidates/mutations.ts'
import type { RenditionRecord } from '#lib/candidates/schema.ts'
import { decodePicture } from '#lib/critique/adapters/decode-picture.ts'
import { recordVerdicts } from '#lib/critique/mutations.ts'
import type { Pixels, Submission } from '#lib/critique/picture.ts'
import { pixelHashOf } from '#lib/critique/pixel-hash.ts'
import { judge, unknownGates } from '#lib/critique/registry.ts'
import type { Verdict } from '#lib/critique/schema.ts'
import type { GenerationServices } from '#lib/flows/generate/generation-services.ts'
import { type LicenceRefusal, licenceRefusal } from '#lib/flows/generate/licence-refusal.ts'
import { write } from '#lib/flows/services.ts'
import { type BriefRecord, findBrief, findTask, type Task } from '#lib/generation/data.ts'
import { judgeExecution } from '#lib/generation/executions/mutations.ts'
import { failTask, settleTask } from '#lib/generation/mutations.ts'
import type { ModelTerms } from '#lib/generation/port.ts'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { audit, type Ctx } from '#lib/platform/context.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { Storage } from '#lib/platform/storage.ts'
import { isDeclared } from '#lib/protocol/brief-work.ts'
import type { UnnumberedMetadata } from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { NOTHING_NEAR, nearHashOf } from '#lib/provenance/reading/near-hash.ts'
import { findRound } from '#lib/rounds/data.ts'

export type Admitted = 'settled' | 'not-ready' | 'passed' | 'refused' | 'dropped'

type AdmitServices = Pick<GenerationServices, 'db' | 'storage' | 'providers'>

/** A picture that is whole, with everything a record needs. */
type Prepared = { asset: NewAsset; metadata: UnnumberedMetadata }

async function storeRenditions(
  storage: Storage,
  pixels: Pixels,
): Promise<Pick<NewAsset, 'renditions' | 'thumbhash'>> {
  const { renditions, thumbhash } = await renditionsOf(pixels)
  const stored: RenditionRecord[] = []
  for (const { role, width, height, bytes } of renditions)
    stored.push({ role, width, height, mime: 'image/webp', sha256: `sha256:${await storage.put(bytes)}` })
  return { renditions: stored, thumbhash }
}

async function prepare(
  storage: Storage,
  given: { task: Task; brief: BriefRecord; bytes: Uint8Array; submission: Submission },
): Promise<Prepared | null> {
  const { task, brief, bytes, submission } = given
  const { pixels, pixelHash, contentHash, mime } = submission
  if (!pixels || !pixelHash) return null
  const { description } = task.execution
  const { model, traits } = task.recipe
  const seed = isDeclared(task.recipe) ? null : task.recipe.seed
  const metadata = metadataOf({ brief, traits, seed, model: model.id, provider: task.provider, description })
  const asset = {
    contentHash,
    contentCid: await contentCidOf(bytes),
    mime,
    byteLength: bytes.length,
    width: pixels.width,
    height: pixels.height,
    pixelHash,
    nearHash: nearHashOf(pixels) ?? NOTHING_NEAR,
    ...(await storeRenditions(storage, pixels)),
  }
  // Whatever a record names by its hash can be had by that hash.
  await storage.put(canonicalBytes(task.recipe))
  await storage.put(canonicalBytes(metadata))
  return { asset, metadata }
}

type Reason = LicenceRefusal | { code: 'round-full' }

async function refuse(ctx: Ctx, task: Task, verdicts: Verdict[], reason?: Reason): Promise<Admitted> {
  const settled = await settleTask({
    ctx,
    input: { taskId: task.id, status: 'refused', ...reason },
  })
  if (!settled) return 'settled'
  await recordVerdicts({ ctx, input: { taskId: task.id, verdicts } })
  if (!reason) await judgeExecution({ ctx, input: { taskId: task.id, accepted: false } })
  const gates = verdicts.filter(({ passed }) => !passed).map(({ gate }) => gate)
  await audit(ctx, 'task.refuse', task.id, { gates: gates.join(' '), code: reason?.code ?? null })
  return 'refused'
}

type Case = {
  task: Task
  brief: BriefRecord
  submission: Submission
  prepared: Prepared | null
  unlicensed: LicenceRefusal | null
}

/** The decision, under the round's lock: what hangs already cannot change between the look and the hanging. */
async function decide(ctx: Ctx, { task, brief, submission, prepared, unlicensed }: Case): Promise<Admitted> {
  const { roundRowId } = task
  const round = await lockRound({ ctx, input: { roundRowId } })
  const bar = await admissionBar(ctx, round)
  if (bar === 'admission-ended') {
    // The attempt has ended with its picture; nothing of it is open.
    const end = { outcome: 'cancelled', chargedMicroUsd: null, endedAt: new Date() }
    await failTask({ ctx, input: { taskId: task.id, code: bar, detail: '', end } })
    return 'dropped'
  }
  const { contentHash, pixelHash } = submission
  const twin = pixelHash && (await findTwin(ctx.tx, { roundRowId, contentHash, pixelHash }))
  const verdicts = judge({ ...submission, twin }, round.rules.gates)
  if (verdicts.some(({ passed }) => !passed)) return refuse(ctx, task, verdicts)
  if (unlicensed) return refuse(ctx, task, verdicts, unlicensed)
  if (!prepared) return refuse(ctx, task, verdicts)
  if (bar) return refuse(ctx, task, verdicts, { code: bar })
  if (!(await settleTask({ ctx, input: { taskId: task.id, status: 'passed' } }))) return 'settled'
  await recordVerdicts({ ctx, input: { taskId: task.id, verdicts } })
  await judgeExecution({ ctx, input: { taskId: task.id, accepted: true } })
  const { creator, creatorName } = brief
  const candidate = {
    roundRowId,
    taskId: task.id,
    creator,
    creatorName,
    recipeHash: task.recipeHash,
    ...prepared,
  }
  await insertCandidate({ ctx, input: candidate })
  return 'passed'
}

async function submissionOf(bytes: Uint8Array, contentHash: FileHash): Promise<Submission> {
  const mime = sniffMime(bytes)
  const pixels = mime ? await decodePicture(bytes) : null
  return {
    contentHash,
    mime: mime ?? 'application/octet-stream',
    byteLength: bytes.length,
    pixels,
    pixelHash: pixels && pixelHashOf(pixels),
    twin: null,
  }
}

/** Of the model as it was asked; of a picture from before that was kept, as it is had now, if it still is. */
function termsAsked({ providers }: Pick<AdmitServices, 'providers'>, task: Task): ModelTerms {
  const { terms } = task.execution
  if (terms) return terms
  const provider = providers.find(task.provider)
  const { id, version } = task.recipe.model
  const isSame = provider?.model.id === id && provider.model.version === version
  return isSame || (provider && isDeclared(task.recipe)) ? provider.terms : UNKNOWN_TERMS
}

/**
 * Judges a finished picture by its round's gates and terms, and hangs it, or says why not. It may be called twice: a
 * task is settled once, and a work hangs once.
 */
export async function admitTask(services: AdmitServices, taskId: string): Promise<Admitted> {
  const { db, storage } = services
  const task = await findTask(db, taskId)
  if (task?.status !== 'rendering') return 'settled'
  if (task.contentHash === null) return 'not-ready'
  const [brief, round, bytes] = await Promise.all([
    findBrief(db, task.briefId),
    findRound(db, task.roundRowId),
    storage.get(task.contentHash.slice('sha256:'.length)),
  ])
  if (!brief || !round) throw new AppError('round-unknown')
  if (!bytes) throw new AppError('internal', { detail: `no file ${task.contentHash}` })
  const unknown = unknownGates(round.rules.gates)
  if (unknown.length > 0) throw new AppError('rules-invalid', { detail: `no gate ${unknown[0]?.id}` })
  const submission = await submissionOf(bytes, task.contentHash)
  const verdicts = judge(submission, round.rules.gates)
  const isWhole = verdicts.every(({ passed }) => passed)
  const { creator } = brief
  const made = { round, creator, recipe: task.recipe, model: termsAsked(services, task) }
  const unlicensed = isWhole ? await licenceRefusal(db, made) : null
  const prepared = isWhole && !unlicensed ? await prepare(storage, { task, brief, bytes, submission }) : null
  return write(services, 'worker', (ctx) => decide(ctx, { task, brief, submission, prepared, unlicensed }))
}
