import type { Options, Tag } from './options.ts'
import type { Random } from './random.ts'

const COLOURS: ReadonlySet<Tag> = new Set<Tag>([
  'red',
  'warm',
  'yellow',
  'green',
  'pink',
  'violet',
  'brown',
  'black',
  'grey',
  'blue',
  'white',
])

/** The palette with most of the tags asked for (a colour counts twice); the seed breaks ties. */
export function chooseTagged<T extends { tags: readonly Tag[] }>(
  random: Random,
  { tags }: Options,
  palettes: readonly [T, ...T[]],
): T {
  const score = (palette: T) =>
    tags.reduce((sum, tag) => sum + (palette.tags.includes(tag) ? (COLOURS.has(tag) ? 2 : 1) : 0), 0)
  const best = Math.max(...palettes.map(score))
  const fitting = palettes.filter((palette) => score(palette) === best)
  return random.pick(fitting as [T, ...T[]])
}
