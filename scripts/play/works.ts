import type { AcceptedBrief } from '#lib/generation/schema.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { awaitPictures, submitBrief } from './creator.ts'
import { readRound } from './director.ts'
import { type Ground, until } from './ground.ts'
import { nameOf } from './people.ts'
import type { Visitor } from './visitor.ts'

export type Wanted = { prompt: string; count: number }

/** Longest wait for one picture, in seconds. */
const PICTURE_SECONDS = 20

/** A story's briefs without those already handed in. */
export function briefsOf(story: { briefs: readonly string[]; count: number }, requested: number): Wanted[] {
  return story.briefs
    .slice(Math.floor(requested / story.count))
    .map((prompt) => ({ prompt, count: story.count }))
}

/** Creators take turns to sign briefs. */
export async function signBriefs(
  creators: readonly Visitor[],
  round: RoundView,
  briefs: readonly Wanted[],
): Promise<{ creator: Visitor; accepted: AcceptedBrief }[]> {
  const signed = []
  for (const [n, brief] of briefs.entries()) {
    const at = n % creators.length
    const creator = creators[at]
    if (!creator) continue
    if (n < creators.length) await creator.signIn()
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
  const pictures = briefs.reduce((sum, { count }) => sum + count, 0)
  let hung = 0
  for (const { creator, accepted } of await signBriefs(creators, round, briefs)) {
    const { items } = await awaitPictures(creator, round, accepted, PICTURE_SECONDS * pictures)
    hung += items.filter(({ state }) => state === 'passed').length
  }
  ground.tell(`${hung} of ${pictures} pictures hang`)
  return hung
}

/** Waits until a round's pictures are all there, or no more come for a while, whoever asked for them. */
export async function awaitWall(visitor: Visitor, round: RoundView): Promise<RoundView> {
  let hung = -1
  let since = Date.now()
  return until(
    `the pictures of ${round.title}`,
    async () => {
      const view = await readRound(visitor, round)
      if (view.candidateCount !== hung) since = Date.now()
      hung = view.candidateCount
      const isOver = hung >= view.requestedCount || Date.now() - since > PICTURE_SECONDS * 1000
      return isOver ? view : null
    },
    { seconds: 600 },
  )
}
