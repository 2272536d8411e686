import type { Options } from './options.ts'
import { INKS, type InkName, type PaperName } from './pigments.ts'
import type { Random } from './random.ts'
import { distance, magnitude } from './scalar.ts'
import { cosine, sine, TURN } from './trigonometry.ts'

export type InkSet = readonly [InkName, ...InkName[]]

function isDistinct(one: InkName, other: InkName): boolean {
  const [l1, c1, h1] = INKS[one]
  const [l2, c2, h2] = INKS[other]
  const a1 = (h1 * TURN) / 360
  const a2 = (h2 * TURN) / 360
  const apart = distance(c1 * cosine(a1) - c2 * cosine(a2), c1 * sine(a1) - c2 * sine(a2))
  return apart > 0.085 || (apart > 0.03 && magnitude(l1 - l2) > 0.3)
}

/**
 * The inks of a work: those asked first, then the rest of a set composed by hand. With a count, exactly
 * so many; with two or more asked, only those; the accent, when asked, stands last.
 */
export function chooseInks(
  random: Random,
  options: Options,
  sets: readonly [InkSet, ...InkSet[]],
): InkName[] {
  const asked = options.inks.filter((ink) => ink !== options.accent)
  const fitting = sets.filter((set) => asked.some((ink) => set.includes(ink)))
  const set = random.pick(fitting[0] ? (fitting as [InkSet, ...InkSet[]]) : sets)
  const spare = random.shuffle(sets.flat())
  const named = asked.length + (options.accent ? 1 : 0)
  const count =
    options.inkCount ?? (named > 1 ? Math.min(3, named) : Math.max(set.length, options.accent ? 2 : 1))
  const chosen = asked.slice(0, options.accent && count > 1 ? count - 1 : count)
  const places = options.accent ? Math.max(1, count - 1) : count
  for (const ink of [...set, ...spare, 'irongall', 'vermilion', 'weld'] as const) {
    if (chosen.length >= places) break
    if (ink !== options.accent && chosen.every((other) => isDistinct(ink, other))) chosen.push(ink)
  }
  if (options.accent && chosen.length < count) chosen.push(options.accent)
  return chosen
}

const TAGGED_PAPERS: readonly (readonly [
  tags: readonly string[],
  papers: readonly [PaperName, ...PaperName[]],
])[] = [
  [
    ['night', 'dark'],
    ['sugar', 'ingres'],
  ],
  [['white', 'snow'], ['rag']],
  [
    ['cold', 'winter', 'rain', 'dawn'],
    ['ingres', 'celadon'],
  ],
  [['spring'], ['celadon']],
  [
    ['warm', 'dusk', 'summer', 'noon'],
    ['blush', 'oatmeal'],
  ],
  [['autumn'], ['kraft', 'oatmeal']],
  [['quiet'], ['newsprint', 'oatmeal']],
]

/** The paper asked for, else one that suits the hour or mood, else one of `usual`. */
export function choosePaper(
  random: Random,
  options: Options,
  usual: readonly [PaperName, ...PaperName[]],
): PaperName {
  const suited = TAGGED_PAPERS.filter(([tags]) => options.tags.some((tag) => tags.includes(tag)))
  const papers = suited.flatMap(([, named]) => named)
  return options.paper ?? random.pick(papers[0] ? (papers as [PaperName, ...PaperName[]]) : usual)
}

/** Darkest first. */
export const darkestFirst = (inks: readonly InkName[]): InkName[] =>
  [...inks].sort((one, other) => INKS[one][0] - INKS[other][0] || (one < other ? -1 : 1))
