import { type Files, outcomeOf } from '#lib/protocol/bundle.ts'
import { candidateRootOf } from '#lib/protocol/candidates.ts'
import { jsonLines } from '#lib/protocol/canonical.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import { shardPath } from '#lib/protocol/manifest.ts'
import type { Result, SealedResult } from '#lib/protocol/result.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import { CLOSES, headOf, leafOf } from './sample-facts.ts'
import { resealManifest } from './sample-mutants.ts'
import { type SampleRound, sampleRound } from './sample-round.ts'

/** Rounds of every method but the sample's own, ranked with one place and with several. */
const SAMPLES: readonly { method: MethodId; places?: number }[] = [
  { method: 'single' },
  { method: 'weighted' },
  { method: 'quadratic' },
  { method: 'score' },
  { method: 'ranked', places: 1 },
  { method: 'ranked' },
  { method: 'pairwise' },
]

/** Texts that a voter can sign, with the code of those that no log may hold. */
export const TEXTS: Record<MethodId, readonly (readonly [text: string, code: string | null])[]> = {
  single: [
    ['#3', null],
    ['#1 #2', 'choices-too-many'],
    ['#9', 'choices-unknown'],
  ],
  approval: [
    ['#1 #3', null],
    ['#3 #1', 'choices-order'],
  ],
  weighted: [
    ['#1=60 #3=40', null],
    ['#1=60 #3=41', 'choices-sum'],
    ['#1=101', 'choices-range'],
    ['#3=60 #1=40', 'choices-order'],
  ],
  quadratic: [
    ['#1=6 #3=8', null],
    ['#1=6 #2=8 #3=1', 'choices-budget'],
    ['#1=0', 'choices-malformed'],
  ],
  score: [
    ['#2=5', null],
    ['#2=6', 'choices-range'],
    ['#2', 'choices-malformed'],
  ],
  ranked: [
    ['#3>#1>#2', null],
    ['#3>#1>#3', 'choices-duplicate'],
    ['#3 #1', 'choices-malformed'],
  ],
  pairwise: [
    ['-', null],
    ['#1>#1', 'choices-duplicate'],
    ['#2=#1', 'choices-order'],
    ['#1>#2 #1>#2', 'choices-queue'],
  ],
}

export type MethodRound = { name: string; method: MethodId; round: SampleRound }

/** The sample by every method but its own. */
export function methodRounds(): Promise<MethodRound[]> {
  return Promise.all(
    SAMPLES.map(async ({ method, places }) => ({
      name: places ? `${method}, ${places} place` : method,
      method,
      round: await sampleRound({ method, ...(places ? { places } : {}) }),
    })),
  )
}

/** The bundle of an operator who logs one more ballot of Ben's, properly signed, whatever it says. */
export async function withBallot(round: SampleRound, choices: string): Promise<Files> {
  const { input, roundId } = round
  const vote = { voter: 'ben', choices, sequence: 2, at: CLOSES - 60, method: input.rules.method }
  const root = candidateRootOf(input.candidates)
  const leaves = [...input.leaves, await leafOf(roundId, root, vote, input.leaves.length)]
  const hashes = leaves.map((leaf, index) => ({ index, hash: leafHashOf(leafBytes(leaf)) }))
  const heads = [...input.heads.slice(0, 1), await headOf(roundId, leaves, CLOSES + 60)]
  const log: [string, Uint8Array][] = [
    [shardPath('log', 0), jsonLines(leaves)],
    [shardPath('leaf-hashes', 0), jsonLines(hashes)],
    ['heads.jsonl', jsonLines(heads)],
  ]
  return resealManifest(round, new Map([...round.files, ...log]))
}

/** The bundle of an operator who publishes another result, with the token documents that follow from it. */
export function withResult(round: SampleRound, result: Result): Files {
  const { rules, candidates, metadata } = round.input
  const sealed = result as SealedResult
  const outcome = outcomeOf({ rules, roundId: round.roundId, result: sealed, candidates, metadata })
  return resealManifest(round, new Map([...round.files, ...outcome.files]))
}

type Path = readonly (string | number)[]

/** Where figures stand in a value: in the first row of each list, and under every key. */
export function figuresOf(value: unknown): Path[] {
  if (value === null || typeof value !== 'object') return [[]]
  const keys = Array.isArray(value) ? (value.length > 0 ? [0] : []) : Object.keys(value)
  return keys.flatMap((key) => figuresOf(value[key as keyof typeof value]).map((path) => [key, ...path]))
}

/** A value with another figure at one place. */
export function withFigure<T>(value: T, path: Path): T {
  const copy: unknown = structuredClone(value)
  const [last, ...before] = path.toReversed()
  if (last === undefined) throw new Error('a figure stands somewhere')
  const at = before.toReversed().reduce((inner, key) => (inner as Record<typeof key, unknown>)[key], copy)
  const row = at as Record<typeof last, unknown>
  row[last] = otherThan(row[last])
  return copy as T
}

const DECIMAL = /^(0|[1-9][0-9]*)$/

function otherThan(figure: unknown): unknown {
  if (typeof figure === 'number') return figure + 1
  if (typeof figure === 'string') return DECIMAL.test(figure) ? String(BigInt(figure) + 1n) : `${figure}x`
  return '1'
}
