import type { RoundView } from '#lib/rounds/schema.ts'
import { awaitPictures, submitBrief } from './creator.ts'
import type { Ground } from './ground.ts'
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

/** Creators take turns to sign briefs, and wait until every picture is hung or turned away, if wished. */
export async function hangWorks(
  ground: Ground,
  creators: readonly Visitor[],
  round: RoundView,
  briefs: readonly Wanted[],
  awaits = true,
): Promise<number> {
  const waiting = []
  for (const [n, brief] of briefs.entries()) {
    const at = n % creators.length
    const creator = creators[at]
    if (!creator) continue
    if (n < creators.length) await creator.signIn()
    const accepted = await submitBrief(creator, round, { ...brief, name: nameOf(at) })
    waiting.push({ creator, accepted })
  }
  if (!awaits) return 0
  const pictures = briefs.reduce((sum, { count }) => sum + count, 0)
  let hung = 0
  for (const { creator, accepted } of waiting) {
    const { items } = await awaitPictures(creator, round, accepted, PICTURE_SECONDS * pictures)
    hung += items.filter(({ state }) => state === 'passed').length
  }
  ground.tell(`${hung} of ${pictures} pictures hang`)
  return hung
}
