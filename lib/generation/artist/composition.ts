import type { Options } from './options.ts'
import type { Press } from './press.ts'
import type { Sheet } from './sheet.ts'

/** A work decided in every part but not yet printed. */
export type Composition = {
  /** Format in points; the longer side is 1024. */
  wide: number
  high: number
  /** What is to be seen, for a catalogue: "Twelve moons, one red". */
  subject: string
  /** One sentence on what is drawn. */
  alt: string
  print: (press: Press) => Sheet
}

/** A family of works: all that is drawn follows from the seed and the options. */
export type Compose = (seed: number, options: Options) => Composition
