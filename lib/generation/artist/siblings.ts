import { type Drawing, draw } from './draw.ts'

/**
 * Words that move one trait of a work each; neighbours in this list move different ones: how dense, how it
 * moves, the hour, the inks, the season.
 */
const MOVES = [
  'dense',
  'wild',
  'at night',
  'in two inks',
  'in winter',
  'sparse',
  'still',
  'at dusk',
  'in one ink',
  'in autumn',
] as const

/** Pixels of the longer side of a proof. */
const PROOF = 96
/** How far a channel has to be off to be seen, of 255, and in how many of a thousand. */
const VISIBLE_STEP = 12
const VISIBLE_PERMILLE = 5

/** A way to draw a work again: the words to read, and what was added to them. */
export type Sibling = { text: string; moved: string | null }

type Drawn = { text: string; seed: number; ground: number }

/** Whether two proofs are two pictures to somebody who looks. */
function looksOther(one: Drawing, other: Drawing): boolean {
  if (one.family !== other.family || one.width !== other.width || one.height !== other.height) return true
  let far = 0
  for (let at = 0; at < one.rgb.length; at++) {
    const off = (one.rgb[at] ?? 0) - (other.rgb[at] ?? 0)
    if (off >= VISIBLE_STEP || -off >= VISIBLE_STEP) far++
  }
  return far * 1000 > VISIBLE_PERMILLE * one.rgb.length
}

/**
 * The ways in which a work can be drawn again from its own seed with something moved: the new words alone when
 * they show, then each move that shows. What shows is seen on small proofs, since a word may ask for what the
 * work is already, or for what its family does not follow.
 * @param from the move to begin with, so that two briefs for variations of one work begin differently
 */
export function siblingsOf(parent: Drawn, text: string, from: number): Sibling[] {
  const { seed, ground } = parent
  const proofOf = (prompt: string) => draw({ prompt, seed, ground, width: PROOF, height: PROOF })
  const seen = [proofOf(parent.text)]
  const shows = (prompt: string): boolean => {
    const proof = proofOf(prompt)
    const isNew = seen.every((other) => looksOther(proof, other))
    if (isNew) seen.push(proof)
    return isNew
  }
  const moves = MOVES.map((_, at) => MOVES[(from + at) % MOVES.length] as string)
  return [
    ...(shows(text) ? [{ text, moved: null }] : []),
    ...moves.map((moved) => ({ text: `${text}, ${moved}`, moved })).filter((sibling) => shows(sibling.text)),
  ]
}
