import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWork } from '#lib/candidates/data.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { ensureCredentials, readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import { creatorOf, signBrief, type TestRound, withGeneration } from './with-generation.ts'

/** Rounds with pictures of the artist in them, signed by an instance that has a root of its own. */
export async function withGallery() {
  const dataDir = mkdtempSync(join(tmpdir(), 'verso-gallery-'))
  await ensureCredentials(dataDir, 'verso.example')
  const world = await withGeneration()
  world.services.sign = (order) => signPicture(order, readSigning(dataDir))

  async function hang(prompt: string, round?: TestRound) {
    const at = round ?? (await world.openRound())
    const signed = await signBrief(at, { prompt })
    const ada = creatorOf('ada').address.toLowerCase()
    const { tasks } = await submitBrief(world.services, { roundId: at.roundId, signed }, ada)
    await world.work()
    const task = await world.db.task.findUniqueOrThrow({ where: { id: tasks[0]?.id ?? '' } })
    const work = await readWork(world.db, at.rowId, { contentHash: task.contentHash ?? '' })
    const bytes = work && (await world.services.storage.get(work.contentHash.slice('sha256:'.length)))
    if (!work || !bytes) throw new Error('it does not hang')
    return { round: at, work, bytes }
  }

  return {
    ...world,
    dataDir,
    hang,
    async close() {
      await world.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type Gallery = Awaited<ReturnType<typeof withGallery>>
