import { rgbaToThumbHash } from 'thumbhash'
import { expect, it } from 'vitest'
import type { Shape } from './data.ts'
import { fairHang, plainHang } from './hang-order.ts'

const sheet = (r: number, g: number, b: number) =>
  rgbaToThumbHash(
    4,
    4,
    Uint8Array.from({ length: 64 }, (_, index) => [r, g, b, 255][index % 4] ?? 0),
  )

const COLOURS: [number, number, number][] = [
  [20, 20, 20],
  [40, 60, 220],
  [220, 40, 40],
  [240, 240, 240],
  [40, 200, 60],
]
const shapes: Shape[] = COLOURS.map((colour, index) => ({
  number: index + 1,
  creatorName: ['Zoë', 'Aylin', 'Émile', 'Aylin', 'Jun'][index] ?? '',
  width: 300,
  height: 200 + 100 * index,
  thumbhash: sheet(...colour),
}))

it('hangs by number, by name and by colour, with the ratio of each work beside it', () => {
  expect(plainHang('number', shapes)).toEqual({
    order: 'number',
    deal: null,
    numbers: [1, 2, 3, 4, 5],
    ratios: [1500, 1000, 750, 600, 500],
  })
  expect(plainHang('creator', shapes).numbers).toEqual([2, 4, 3, 5, 1])
  // Red, green, blue, then white before black.
  expect(plainHang('colour', shapes)).toMatchObject({
    numbers: [3, 5, 2, 4, 1],
    ratios: [750, 500, 1000, 600, 1500],
  })
})

it('says which fair order it hangs in', () => {
  const dealt = {
    roundId: `0x${'01'.repeat(32)}`,
    epoch: 7,
    deal: '00ff',
    impressions: [9, 9, 9, 0, 9],
  } as const
  const hang = fairHang(shapes, dealt)
  expect(hang.deal).toBe('7-00ff')
  expect(hang.numbers.toSorted()).toEqual([1, 2, 3, 4, 5])
  expect(hang.ratios[hang.numbers.indexOf(2)]).toBe(1000)
})
