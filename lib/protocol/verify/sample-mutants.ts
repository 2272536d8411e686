import { type Files, inputsOf, outcomeOf } from '#lib/protocol/bundle.ts'
import { concatBytes, utf8 } from '#lib/protocol/bytes.ts'
import { canonicalBytes, jsonLines, parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { layerOf, MANIFEST, manifestOf } from '#lib/protocol/manifest.ts'
import type { SealedResult } from '#lib/protocol/result.ts'
import type { SampleRound } from './sample-round.ts'

/** A sample round with one thing changed: test support, the same ones for the same seed. */
export type Mutant = { name: string; files: Files }

/** Numbers below a bound by xorshift32: the same sequence everywhere. */
export function sequenceOf(seed: number) {
  let state = seed
  return (below: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
export type Dice = ReturnType<typeof sequenceOf>
/** One of several, as the dice fall. */
export const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)] as T

/** What an attacker does who owns the server: the manifest fits the files again. */
export function resealManifest({ roundId }: SampleRound, files: Files): Files {
  return files.set(MANIFEST, canonicalBytes(manifestOf(roundId, files)))
}

/** An attacker who also makes result, token documents and winners anew from the changed files. */
export function resealEverything(round: SampleRound, files: Files): Files {
  const result: SealedResult = { ...round.bundle.result, inputs: inputsOf(files) }
  const { rules, candidates, metadata } = round.input
  const outcome = outcomeOf({ rules, roundId: round.roundId, result, candidates, metadata })
  for (const [path, bytes] of outcome.files) files.set(path, bytes)
  return resealManifest(round, files)
}

/** One byte changed in one bit. */
export function flip(dice: Dice, bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = dice(copy.length)
  copy[at] = (copy[at] ?? 0) ^ (1 << dice(8))
  return copy
}

const LAST_DIGIT = /[0-9a-f](?!.*[0-9a-f])/

function changed(dice: Dice, value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string')
    return value.replace(LAST_DIGIT, (digit) => (digit === '1' ? '2' : '1')) + (value === '' ? 'x' : '')
  if (Array.isArray(value) && value.length > 0) {
    const at = dice(value.length + 1)
    return at === value.length
      ? value.slice(1)
      : value.map((item, index) => (index === at ? changed(dice, item) : item))
  }
  if (value && typeof value === 'object' && Object.keys(value).length > 0) {
    const key = pick(dice, Object.keys(value))
    return { ...value, [key]: changed(dice, (value as Record<string, unknown>)[key]) }
  }
  return 1
}

/** One field of one record, spelled canonically again. */
export function edit(dice: Dice, path: string, bytes: Uint8Array): Uint8Array {
  if (path.endsWith('.json')) return canonicalBytes(changed(dice, parseCanonical(bytes)))
  const rows = parseJsonLines(bytes)
  const at = dice(rows.length)
  return jsonLines(rows.map((row, index) => (index === at ? changed(dice, row) : row)))
}

/** One line less, one twice, or the lines in another order. */
export function rearrange(dice: Dice, bytes: Uint8Array): Uint8Array {
  const rows = parseJsonLines(bytes)
  const at = dice(rows.length)
  const kinds = [
    () => rows.toSpliced(at, 1),
    () => rows.toSpliced(at, 0, rows[at]),
    () => [...rows.slice(at), ...rows.slice(0, at)],
  ]
  return jsonLines(pick(dice, kinds)())
}

/** Bundles that differ from the sample in one place, some of them sealed again by whoever changed them. */
export function sampleMutants(round: SampleRound, count: number, seed = 20_261_128): Mutant[] {
  const dice = sequenceOf(seed)
  const paths = [...round.files.keys()].filter((path) => round.files.get(path)?.length)
  const core = paths.filter((path) => layerOf(path) === 'core')
  const lists = core.filter((path) => path.endsWith('.jsonl'))
  const bytesOf = (path: string) => round.files.get(path) ?? new Uint8Array()
  const withFile = (path: string, bytes: Uint8Array): Files => new Map([...round.files, [path, bytes]])
  const kinds: (() => Mutant)[] = [
    () => {
      const path = pick(dice, paths)
      return { name: `a bit of ${path}`, files: withFile(path, flip(dice, bytesOf(path))) }
    },
    () => {
      const path = pick(dice, core)
      const files = withFile(path, flip(dice, bytesOf(path)))
      return { name: `a bit of ${path}, manifest resealed`, files: resealManifest(round, files) }
    },
    () => {
      const path = pick(dice, core)
      const files = withFile(path, edit(dice, path, bytesOf(path)))
      return { name: `a field of ${path}, manifest resealed`, files: resealManifest(round, files) }
    },
    () => {
      const path = pick(dice, core)
      const files = withFile(path, edit(dice, path, bytesOf(path)))
      return { name: `a field of ${path}, everything resealed`, files: resealEverything(round, files) }
    },
    () => {
      const path = pick(dice, lists)
      const files = withFile(path, rearrange(dice, bytesOf(path)))
      return { name: `the lines of ${path}, manifest resealed`, files: resealManifest(round, files) }
    },
    () => {
      const path = pick(dice, paths)
      const files = new Map(round.files)
      files.delete(path)
      return { name: `without ${path}`, files }
    },
    () => {
      const path = pick(dice, core)
      const bytes = concatBytes(bytesOf(path), utf8(pick(dice, ['\n', ' ', '{}\n', '\u0000'])))
      return { name: `something behind ${path}`, files: resealManifest(round, withFile(path, bytes)) }
    },
  ]
  return Array.from({ length: count }, (_, at) => {
    const { name, files } = (kinds[at % kinds.length] as () => Mutant)()
    return { name: `${at}: ${name}`, files }
  })
}
