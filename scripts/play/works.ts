import type { AcceptedBrief } from '#lib/generation/schema.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { picturesIn, type Wanted } from './asked-works.ts'
import { awaitPictures, submitBrief } from './creator.ts'
import type { Ground } from './ground.ts'
import { nameOf } from './people.ts'
import type { Visitor } from './visitor.ts'

/** Longest wait for one picture, in seconds. */
export const PICTURE_SECONDS = 20

/** Creators take turns to sign briefs, each under one name. @param first whose turn is first */
export async function signBriefs(
  creators: readonly Visitor[],
  round: RoundView,
  briefs: readonly Wanted[],
  first = 0,
): Promise<{ creator: Visitor; accepted: AcceptedBrief }[]> {
  const signed = []
  for (const [n, brief] of briefs.entries()) {
    const at = (first + n) % creators.length
    const creator = creators[at]
    if (!creator) continue
    await creator.arrive()
    const accepted = await submitBrief(creator, round, { ...brief, name: nameOf(at) })
    signed.push({ creator, accepted })
  }
  return signed
}

/** Creators sign briefs and wait until every picture is hung or turned away; how many hang. */
export async function hangWorks(
  ground: Ground,
  creators: readonly Visitor[],
  round: RoundView,
  briefs: readonly Wanted[],
): Promise<number> {
  const pictures = picturesIn(briefs)
  let hung = 0
  for (const { creator, accepted } of await signBriefs(creators, round, briefs)) {
    const { items } = await awaitPictures(creator, round, accepted, PICTURE_SECONDS * pictures)
    hung += items.filter(({ state }) => state === 'passed').length
  }
  ground.tell(`${hung} of ${pictures} pictures hang`)
  return hung
}
