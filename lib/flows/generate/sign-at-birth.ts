import { KEPT_PRIVATE, titleFrom } from '#lib/candidates/metadata.ts'
import { findBrief, type Task } from '#lib/generation/data.ts'
import type { Artifact, Run } from '#lib/generation/port.ts'
import { AppError } from '#lib/platform/errors.ts'
import { logger } from '#lib/platform/logger.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import type { BirthRecord } from '#lib/provenance/schema.ts'
import { findRound } from '#lib/rounds/data.ts'
import type { GenerationServices } from './generation-services.ts'

type Birth = { task: Task; artifact: Artifact; madeAt: number }
type Signed = { bytes: Uint8Array; facts: Run['facts'] }

async function recordOf(
  services: GenerationServices,
  { task, artifact, madeAt }: Birth,
): Promise<BirthRecord> {
  const [brief, round] = await Promise.all([
    findBrief(services.db, task.briefId),
    findRound(services.db, task.roundRowId),
  ])
  if (!brief || !round?.roundId) throw new AppError('round-unknown')
  const { recipe } = task
  const { chainId, collection, c2paRoot } = round.rules
  return {
    recipe,
    creator: { address: brief.creator, name: brief.creatorName },
    round: { id: round.roundId, chainId, collection, c2paRoot },
    title: artifact.description?.title ?? titleFrom(brief.prompt),
    alt: artifact.description?.alt ?? (isSealed(brief) ? KEPT_PRIVATE : brief.prompt),
    madeAt,
  }
}

/**
 * Gives a picture its credentials before anybody hashes it. One that cannot be signed is kept as it is, and its record
 * says so: it may have been paid for.
 */
export async function signAtBirth(services: GenerationServices, birth: Birth): Promise<Signed> {
  const { bytes, mime } = birth.artifact
  if (!services.sign) return { bytes, facts: {} }
  try {
    const record = await recordOf(services, birth)
    const signed = await services.sign({ bytes, mime, record })
    if ('unsigned' in signed) {
      const { id: task, roundRowId: round } = birth.task
      logger().error(
        { task, round },
        'a picture hangs unsigned: its round names another root than there is here',
      )
      return { bytes, facts: { credentials: 'none', unsigned: signed.unsigned } }
    }
    const received: Run['facts'] = signed.received === 'none' ? {} : { receivedCredentials: signed.received }
    if (!signed.sidecar) return { bytes: signed.bytes, facts: { credentials: 'in the file', ...received } }
    const sidecar = `sha256:${await services.storage.put(signed.sidecar)}`
    return { bytes, facts: { credentials: 'beside the file', sidecar, ...received } }
  } catch (error) {
    logger().warn({ err: error, task: birth.task.id }, 'a picture could not be signed')
    return { bytes, facts: { credentials: 'none' } }
  }
}
