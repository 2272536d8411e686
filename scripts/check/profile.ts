import type { Source } from './source-tree.ts'

export type Profile = { files: number; median: number; p90: number; max: number; anyPerThousand: number }

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

/** Sizes of files and the share of `any`: a mirror for STYLE, never a target. */
export function profileOf(sources: readonly Source[]): Profile {
  const sizes = sources.map((source) => source.lines).sort((a, b) => a - b)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const anys = sources.reduce((sum, { text }) => sum + (text.match(/(:|as|<)\s*any\b/g)?.length ?? 0), 0)
  return {
    files: sizes.length,
    median: at(sizes, 0.5),
    p90: at(sizes, 0.9),
    max: at(sizes, 1),
    anyPerThousand: total === 0 ? 0 : (anys * 1000) / total,
  }
}

/** Test cases per thousand lines of what is not a test. */
export function testDensity(sources: readonly Source[]): number {
  const isTest = ({ path }: Source) => /\.test\.tsx?$|^e2e\//.test(path)
  const cases = sources
    .filter(isTest)
    .reduce((sum, { text }) => sum + (text.match(/^\s*(it|test)(\.each|\.prop)?\b/gm)?.length ?? 0), 0)
  const lines = sources.filter((one) => !isTest(one)).reduce((sum, one) => sum + one.lines, 0)
  return lines === 0 ? 0 : (cases * 1000) / lines
}
