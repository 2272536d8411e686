import { afterAll, describe, expect, it } from 'vitest'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { openDrawingPool } from './drawing-pool.ts'

const pool = openDrawingPool(2)
afterAll(() => pool.close())

const commission = (seed: number) => ({ prompt: 'overprint circles', seed, width: 128, height: 128 })

describe('the drawing pool', () => {
  it('draws the same bytes as the process itself, each for whom it is', async () => {
    const drawn = await Promise.all([1, 2, 3, 4, 5].map((seed) => pool.draw(commission(seed))))
    for (const [index, { png, title, alt }] of drawn.entries()) {
      const own = drawPng(commission(index + 1))
      expect(Buffer.compare(png, own.png)).toBe(0)
      expect({ title, alt }).toEqual({ title: own.title, alt: own.alt })
    }
  })

  it('says when a picture cannot be drawn, and draws the next', async () => {
    await expect(pool.draw({ prompt: 'x', seed: 1, width: Number.NaN, height: 10 })).rejects.toThrow()
    expect((await pool.draw(commission(7))).png.length).toBeGreaterThan(100)
  })
})
