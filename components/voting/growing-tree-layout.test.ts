import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutGrowingTree } from './growing-tree-layout.ts'

const draw = (size: number, own: number | null = null, fold = true, width = 1104) =>
  layoutGrowingTree({ size, own, width, fold, heads: [1, size] })

describe('layoutGrowingTree', () => {
  it('draws a small log leaf by leaf, under one root', () => {
    const tree = draw(5, null, false)
    expect(tree.leaves.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4])
    expect(tree.cones).toEqual([])
    expect(tree.nodes.filter(({ kind }) => kind === 'root')).toHaveLength(1)
    expect(tree.edges).toHaveLength(8)
  })

  it('draws a large log as its peaks: one for each 1 in the binary form of its size', () => {
    const tree = draw(100_000)
    const ones = [...(100_000).toString(2)].filter((bit) => bit === '1').length
    expect(tree.cones.length + tree.leaves.length).toBe(ones)
    expect(tree.cones.reduce((sum, { start, end }) => sum + end - start, tree.leaves.length)).toBe(100_000)
  })

  it('draws a full log as one, with its root at the tip', () => {
    const tree = draw(1024)
    expect(tree.cones).toHaveLength(1)
    expect(tree.nodes).toMatchObject([{ kind: 'root' }])
  })

  it('keeps the way of one’s own leaf, and the hashes that prove it', () => {
    const tree = draw(1000, 700)
    expect(tree.leaves.filter(({ own }) => own)).toMatchObject([{ index: 700 }])
    expect(tree.nodes.filter(({ kind }) => kind === 'proof').length).toBe(10)
    expect(tree.edges.filter(({ onPath }) => onPath)).toHaveLength(10)
    expect(tree.labels.find(({ own }) => own)?.text).toBe('701')
  })

  it('stays small, inside its frame and in order, whatever the size', () => {
    const sizes = fc.tuple(
      fc.integer({ min: 1, max: 2_000_000 }),
      fc.nat(),
      fc.boolean(),
      fc.constantFrom(350, 1104),
    )
    fc.assert(
      fc.property(sizes, ([size, leaf, mine, width]) => {
        const tree = draw(size, mine ? leaf % size : null, true, width)
        expect(tree.cones.length + tree.leaves.length).toBeLessThanOrEqual(44)
        expect(tree.nodes.length).toBeLessThanOrEqual(90)
        const feet = [...tree.cones, ...tree.leaves].map(({ x }) => x)
        expect(Math.min(...feet)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...feet)).toBeLessThanOrEqual(width)
        const [first, newest] = tree.heads
        expect(first?.x).toBeLessThanOrEqual(newest?.x ?? 0)
        for (const [at, label] of tree.labels.entries())
          if (at > 0) expect(label.x).toBeGreaterThan(tree.labels[at - 1]?.x ?? 0)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses an empty log', () => {
    expect(() => draw(0)).toThrow(RangeError)
  })
})
