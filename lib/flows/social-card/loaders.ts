import 'server-only'
import sharp from 'sharp'
import { candidatesByNumber, listCandidates, pictureFile } from '#lib/candidates/loaders.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import { resultOf } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'

/** So many works of a round that is not decided yet, in the order that nobody chose. */
const HUNG = 6

async function dataUrlOf({ thumb, width, height }: CandidateView) {
  const file = await pictureFile(thumb.src640.split('/').at(-1) ?? '')
  if (!file) return []
  const jpeg = await sharp(file.bytes).jpeg({ quality: 86 }).toBuffer()
  return [{ dataUrl: `data:image/jpeg;base64,${jpeg.toString('base64')}`, width, height }]
}

/**
 * What a card of a round shows: what was chosen, once the count is anchored; before that works by number, whatever
 * ballots say.
 */
export async function socialCard({ rowId: roundRowId, slug, closesAt, now }: RoundView) {
  const found = now < closesAt ? null : await resultOf(slug)
  const [winner] = found?.anchored ? found.result.winners : []
  const works = winner
    ? await candidatesByNumber({ roundRowId, numbers: [winner.number] })
    : (await listCandidates({ roundRowId, take: HUNG })).items
  const pictures = (await Promise.all(works.map(dataUrlOf))).flat()
  const [first] = works
  return { pictures, chosen: winner && first ? { title: first.title, creator: first.creatorName } : null }
}
