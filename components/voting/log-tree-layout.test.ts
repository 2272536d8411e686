import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutLogTree } from './log-tree-layout.ts'

const count = (input: { size: number; index: number; fold: boolean }, kind: string) =>
  layoutLogTree({ ...input, width: 1104 }).marks.filter((mark) => mark.kind === kind).length

describe('layoutLogTree', () => {
  it('draws leaf 32 of 41 with six proof hashes and nine later leaves', () => {
    const layout = layoutLogTree({ size: 41, index: 31, width: 1104, fold: false })
    expect(layout.proofSize).toBe(6)
    const proofs = layout.marks
      .filter(({ kind }) => kind === 'proof')
      .map(({ start, end }) => [start + 1, end])
    expect(proofs.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
      [1, 16],
      [17, 24],
      [25, 28],
      [29, 30],
      [31, 31],
      [33, 41],
    ])
    expect(layout.marks.filter(({ later, start, end }) => later && end - start === 1)).toHaveLength(9)
    expect(layout.ticks.map(({ text }) => text)).toEqual(['1', '10', '20', '32', '41'])
  })

  it('draws a log of one leaf as that leaf', () => {
    const layout = layoutLogTree({ size: 1, index: 0, width: 350, fold: false })
    expect(layout.marks.map(({ kind }) => kind)).toEqual(['own'])
    expect(layout.edges).toEqual([])
  })

  it('folds a log of ten thousand into a mark per proof hash', () => {
    const layout = layoutLogTree({ size: 10_000, index: 4711, width: 350, fold: true })
    const slots = layout.marks.filter(({ kind }) => kind !== 'path')
    expect(slots).toHaveLength(layout.proofSize + 1)
    expect(slots.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(10_000)
  })

  it('refuses a leaf outside the log', () => {
    expect(() => layoutLogTree({ size: 3, index: 3, width: 350, fold: false })).toThrow(RangeError)
  })

  const logs = fc
    .integer({ min: 1, max: 300 })
    .chain((size) =>
      fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }), fold: fc.boolean() }),
    )

  it('has one own leaf, a whole tree, and stays inside its box', () => {
    fc.assert(
      fc.property(logs, (input) => {
        const layout = layoutLogTree({ ...input, width: 1104 })
        expect(count(input, 'own')).toBe(1)
        expect(layout.edges).toHaveLength(layout.marks.length - 1)
        expect(layout.edges.filter(({ onPath }) => onPath)).toHaveLength(count(input, 'path'))
        for (const { x, y } of layout.marks) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(layout.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(layout.height)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('needs as many hashes as RFC 9162 §2.1.3', () => {
    const pathLength = (size: number, index: number): number => {
      if (size === 1) return 0
      const left = 2 ** Math.floor(Math.log2(size - 1))
      return 1 + (index < left ? pathLength(left, index) : pathLength(size - left, index - left))
    }
    fc.assert(
      fc.property(logs, (input) => {
        expect(layoutLogTree({ ...input, width: 350 }).proofSize).toBe(pathLength(input.size, input.index))
      }),
    )
  })
})

it('writes under a folded tree only what can be read on a phone, one’s own leaf always', () => {
  const { ticks } = layoutLogTree({ size: 24_000, index: 20_417, width: 350, fold: true })
  expect(ticks.find(({ own }) => own)?.text).toBe('20418')
  const words = ticks
    .filter(({ text }) => text !== '')
    .map(({ x, text }) => ({ x, half: (7 * text.length) / 2 }))
  expect(words.length).toBeGreaterThan(4)
  words.slice(1).forEach(({ x, half }, at) => {
    const before = words[at]
    expect(x - half).toBeGreaterThan((before?.x ?? 0) + (before?.half ?? 0))
  })
})
