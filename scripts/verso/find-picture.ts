import type { FoundWork } from '#lib/flows/find-work/schema.ts'
import { foundWorksSchema } from '#lib/flows/find-work/schema.ts'
import { COPY_DISTANCE, NEAR_BITS } from '#lib/provenance/reading/near-hash.ts'
import { fetchJson } from './picture-source.ts'
import { Unanswered } from './watch/ask.ts'

const MOST_BYTES = 1 << 20

/** A picture by its hashes, 64 hex digits each. */
export type PictureHashes = {
  sha256: string
  /** Null for a file that does not open. */
  pixels: string | null
  /** Null for one that has too little in it, too. */
  near: string | null
}

/** What an instance knows of a picture. */
export type Known =
  | { kind: 'not-asked' }
  | { kind: 'unanswered'; instance: string; why: string }
  | { kind: 'asked'; instance: string; works: FoundWork[] }

/** Asks an instance by hashes alone; the picture stays here. */
export async function findPicture(instance: URL, hashes: PictureHashes): Promise<Known> {
  const query = new URLSearchParams()
  for (const [name, hash] of Object.entries(hashes)) if (hash) query.set(name, hash)
  const { origin } = instance
  try {
    const answer = foundWorksSchema.safeParse(await fetchJson(instance, `/api/v1/works?${query}`, MOST_BYTES))
    if (!answer.success) throw new Unanswered('withheld', 'answers something that is no list of works')
    return { kind: 'asked', instance: origin, works: answer.data.items }
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
    return { kind: 'unanswered', instance: origin, why: error.message }
  }
}

function howFound({ match, distance }: FoundWork): string {
  if (match === 'file') return 'This very file hangs there.'
  if (match === 'copy') return 'It is a smaller copy that was made there for screens.'
  if (match === 'pixels') return 'It shows the very pixels of a work that hangs there, in another file.'
  const off = `${distance} of ${NEAR_BITS} bits differ`
  return (distance ?? NEAR_BITS) <= COPY_DISTANCE
    ? `It looks like a work that hangs there, as a copy saved anew does: ${off}.`
    : `It is like a work that hangs there, as a trimmed copy is, or another of its series: ${off}.`
}

function linesOf(found: FoundWork, instance: string): [string, string][] {
  const { work, round, place, token, page } = found
  return [
    ['title', work.title],
    ['by', `${work.creatorName}, ${work.creator}`],
    ['round', `${round.title}, ${round.community.name}`],
    ['place', place === null ? '' : String(place)],
    ['token', token ? `${round.collection}/${token.id}` : ''],
    ['page', new URL(page, instance).href],
  ]
}

/** What is said of it on a terminal, a sentence at a time with the facts of each. */
export function knownText(known: Known): { says: string; facts: [string, string][] }[] {
  if (known.kind === 'not-asked') return []
  const { instance } = known
  if (known.kind === 'unanswered') return [{ says: `${instance} ${known.why}.`, facts: [] }]
  if (known.works.length === 0) return [{ says: `${instance} knows no history of it.`, facts: [] }]
  return known.works.map((found) => ({ says: howFound(found), facts: linesOf(found, instance) }))
}

/** Whether it is a hung work, whatever became of its file. */
export const isKnown = (known: Known): boolean =>
  known.kind === 'asked' && known.works.some(({ match }) => match !== 'alike')
