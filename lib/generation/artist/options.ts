import type { InkName, PaperName } from './pigments.ts'

export const FAMILIES = [
  'overprint',
  'herbarium',
  'woodcut',
  'waterlines',
  'strata',
  'almanac',
  'weave',
  'wall',
] as const

export type FamilyId = (typeof FAMILIES)[number]

export type Tag =
  | 'red'
  | 'warm'
  | 'yellow'
  | 'green'
  | 'pink'
  | 'violet'
  | 'brown'
  | 'black'
  | 'grey'
  | 'blue'
  | 'white'
  | 'quiet'
  | 'cold'
  | 'winter'
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'dark'
  | Hour

export type Hour = 'night' | 'dusk' | 'dawn' | 'noon' | 'rain' | 'snow'

/** Minus one, nought or one. */
export type Lean = -1 | 0 | 1

/** What a brief asks of a family; everything left open is chosen by the seed. */
export type Options = {
  /** Inks named, in the order of the brief. */
  inks: readonly InkName[]
  /** Exactly so many inks besides the paper. */
  inkCount?: 1 | 2 | 3
  /** The ink of the one thing that stands out. */
  accent?: InkName
  tags: readonly Tag[]
  hour?: Hour
  paper?: PaperName
  density: Lean
  motion: Lean
  /** How many of the family's main thing. */
  count?: number
  /** The noun that the count was given for, when there was one. */
  counted?: string
  /** The family's mode, kind or scene. */
  form?: string
  /** A shape within the form. */
  shape?: string
  /** How many break the rule: one turned wrong, two lit, three faults. */
  exceptions?: number
  /** Whether a sun or moon is asked for (true) or ruled out (false). */
  sun?: boolean
  /** A low or setting sun. */
  low?: boolean
  /** Trees, and how many. */
  trees?: number
}
