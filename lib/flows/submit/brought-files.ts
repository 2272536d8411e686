import type { GenerationServices } from '#lib/flows/generate/generation-services.ts'
import type { Provider } from '#lib/generation/port.ts'
import { findUpload } from '#lib/generation/uploads/data.ts'
import { usableSince } from '#lib/generation/uploads/quota.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { VerifiedBrief } from '#lib/protocol/brief.ts'
import { type DeclaredWork, declaredWorkOf, referencesOf } from '#lib/protocol/brief-work.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import * as words from '#messages/flows/submit/submit-brief.ts'

/** A finished work that a brief brings, with the pixels of its file. */
export type Brought = { declared: DeclaredWork; size: { width: number; height: number } }

/**
 * The files that a brief names: such as its maker takes, each uploaded by the very account that signed.
 * @returns the finished work; null for a brief that asks for pictures to be made
 * @throws AppError provider-inputs, upload-unknown, brief-invalid
 * @throws ProtocolError `brief-work`, `brief-reference`
 */
export async function broughtFiles(
  { db, wall }: Pick<GenerationServices, 'db' | 'wall'>,
  provider: Pick<Provider, 'capabilities'>,
  { brief }: VerifiedBrief,
): Promise<Brought | null> {
  const declared = declaredWorkOf(brief)
  const references = referencesOf(brief)
  const takes = { work: 0, references: 0, ...provider.capabilities().inputs }
  if (takes.work !== (declared ? 1 : 0) || references.length > takes.references)
    throw new AppError('provider-inputs', { fields: { provider: words.otherFiles } })
  if (declared && brief.count !== 1) throw new AppError('brief-invalid', { detail: words.oneWork })
  const own = async (sha256: FileHash) => {
    const since = usableSince(wall())
    const upload = await findUpload(db, { account: brief.creator, sha256, since })
    if (!upload) throw new AppError('upload-unknown')
    return upload
  }
  await Promise.all(references.map(own))
  return declared && { declared, size: await own(declared.contentHash) }
}
