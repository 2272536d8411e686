import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { decodePicture } from './adapters/decode-picture.ts'
import { drawnShare } from './gates/blank.ts'
import type { Pixels, Submission } from './picture.ts'
import { pixelHashOf } from './pixel-hash.ts'
import { DEFAULT_GATES, judge, unknownGates } from './registry.ts'

type Paint = (x: number, y: number) => readonly [number, number, number, number?]

function painted(width: number, height: number, paint: Paint): Pixels {
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [red, green, blue, alpha = 255] = paint(x, y)
      rgba.set([red, green, blue, alpha], (y * width + x) * 4)
    }
  return { width, height, rgba }
}

const pngOf = async ({ width, height, rgba }: Pixels) =>
  new Uint8Array(
    await sharp(rgba, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  )

const submission = (pixels: Pixels | null, changes: Partial<Submission> = {}): Submission => ({
  contentHash: fileHashOf(pixels?.rgba ?? new Uint8Array(1)),
  mime: 'image/png',
  byteLength: 1,
  pixels,
  pixelHash: pixels && pixelHashOf(pixels),
  twin: null,
  ...changes,
})

const square = painted(600, 600, (x, y) => (x < 200 && y < 200 ? [20, 20, 20] : [240, 235, 225]))

describe('the gates of a round', () => {
  it('judge in one order, with integer scores and the round’s thresholds', () => {
    const rules = DEFAULT_GATES.map((gate) =>
      gate.id === 'size' ? { ...gate, threshold: 601 } : gate,
    ).toReversed()
    const verdicts = judge(submission(square), rules)
    expect(verdicts.map(({ gate, passed, score, threshold }) => [gate, passed, score, threshold])).toEqual([
      ['decodes', true, 1, 1],
      ['size', false, 600, 601],
      ['blank', true, 1111, 100],
      ['exact-duplicate', true, 0, 0],
    ])
    expect(verdicts[1]?.finding).toBe('600 × 600 pixels; the shorter side needs 601.')
  })

  it('leave out what needs pixels when a file does not open', () => {
    const verdicts = judge(submission(null), DEFAULT_GATES)
    expect(verdicts.map(({ gate, passed }) => [gate, passed])).toEqual([['decodes', false]])
  })

  it('hold the two that a record cannot do without, whatever the rules say', () => {
    expect(judge(submission(square), []).map(({ gate }) => gate)).toEqual(['decodes', 'exact-duplicate'])
  })

  it('name the work that hangs already, by number once it has one', () => {
    const twin = { contentHash: fileHashOf(square.rgba), title: 'Night', number: null }
    const [, , , open] = judge(submission(square, { twin }), DEFAULT_GATES)
    expect(open).toMatchObject({ passed: false, score: 1 })
    expect(open?.finding).toContain(`${twin.contentHash.slice(7, 15)}, “Night”`)
    const [, , , numbered] = judge(submission(square, { twin: { ...twin, number: 12 } }), DEFAULT_GATES)
    expect(numbered?.finding).toContain('#12, “Night”')
    expect(numbered?.inputHash).not.toBe(judge(submission(square), DEFAULT_GATES)[3]?.inputHash)
  })

  it('are known by id and version', () => {
    expect(unknownGates(DEFAULT_GATES)).toEqual([])
    const other = { id: 'size', version: '2', threshold: 1 }
    expect(unknownGates([...DEFAULT_GATES, other])).toEqual([other])
  })
})

describe('blank', () => {
  const grain = (x: number, y: number) => ((x * 7 + y * 13) % 11) - 5
  it.each<[string, Paint, number]>([
    ['one colour', () => [250, 250, 250], 0],
    ['paper with grain', (x, y) => [240 + grain(x, y), 236 + grain(y, x), 228], 0],
    ['a slow gradient within the step', (x) => [200 + (x >> 5), 200, 200], 0],
    ['one pixel in a hundred', (x, y) => (x % 10 === 0 && y % 10 === 0 ? [0, 0, 0] : [255, 255, 255]), 100],
    ['blue on a sheet as light', (x) => (x < 50 ? [128, 128, 200] : [128, 128, 128]), 5000],
    ['nothing but transparent ink', () => [0, 0, 0, 0], 0],
    ['ink on nothing', (x) => [0, 0, 0, x < 10 ? 255 : 0], 1000],
  ])('%s', (_name, paint, share) => expect(drawnShare(painted(100, 100, paint))).toBe(share))
})

describe('the blank gate', () => {
  const sheet = (drawn: number) => painted(600, 600, (x) => (x < drawn ? [10, 10, 10] : [245, 240, 230]))
  const rules = [{ id: 'blank', version: '1', threshold: 200 }]
  it.each([
    ['an empty sheet', 0, false, 0],
    ['less than the threshold', 11, false, 183],
    ['just the threshold', 12, true, 200],
  ])('%s', (_name, drawn, passed, score) => {
    const verdict = judge(submission(sheet(drawn)), rules).find(({ gate }) => gate === 'blank')
    expect(verdict).toMatchObject({ passed, score, threshold: 200 })
  })
})

describe('decoding', () => {
  it('gives back what was drawn, and one hash for two files of the same pixels', async () => {
    const png = await pngOf(square)
    const pixels = await decodePicture(png)
    expect(pixels && Buffer.compare(pixels.rgba, square.rgba)).toBe(0)
    const lossless = new Uint8Array(await sharp(png).webp({ lossless: true }).toBuffer())
    const again = await decodePicture(lossless)
    expect(again && pixels && pixelHashOf(again)).toBe(pixels && pixelHashOf(pixels))
  })

  it('tells pictures of the same bytes but another shape apart', () => {
    const wide = { ...square, width: 1200, height: 300 }
    expect(pixelHashOf(wide)).not.toBe(pixelHashOf(square))
  })

  it.each([
    ['text', async () => new TextEncoder().encode('<svg/>')],
    ['half a file', async () => (await pngOf(square)).subarray(0, 700)],
    ['nothing', async () => new Uint8Array(0)],
    [
      'a bomb',
      async () =>
        new Uint8Array(
          await sharp({
            create: { width: 9000, height: 9000, channels: 3, background: 'white' },
            limitInputPixels: false,
          })
            .png()
            .toBuffer(),
        ),
    ],
  ])('refuses %s', async (_name, bytes) => expect(await decodePicture(await bytes())).toBeNull())
})
