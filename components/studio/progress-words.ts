import type { PictureProgress } from '#lib/generation/schema.ts'
import * as text from '#messages/studio/progress-words.ts'

export type Tally = { hung: number; turnedAway: number; toCome: number }

/** How many pictures of a brief stand where. */
export function tallyOf(items: readonly Pick<PictureProgress, 'state'>[]): Tally {
  const hung = items.filter(({ state }) => state === 'passed').length
  const toCome = items.filter(({ state }) => state === 'queued' || state === 'rendering').length
  return { hung, toCome, turnedAway: items.length - hung - toCome }
}

/** "Six hung, three turned away, three to come." */
export function tallySentence({ hung, turnedAway, toCome }: Tally): string {
  const parts = [
    ...(hung > 0 || toCome === 0 ? [text.hung(hung)] : []),
    ...(turnedAway > 0 ? [text.turnedAway(turnedAway)] : []),
    ...(toCome > 0 ? [text.toCome(toCome)] : []),
  ]
  const sentence = `${parts.join(', ')}.`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
