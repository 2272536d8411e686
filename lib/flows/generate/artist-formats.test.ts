import { describe, expect, test } from 'vitest'
import { size } from '#lib/critique/gates/size.ts'
import { COMPOSE } from '#lib/generation/artist/draw.ts'
import { FORMATS, type Format, NARROWEST_MOONS } from '#lib/generation/artist/formats.ts'
import { NO_OPTIONS } from '#lib/generation/artist/lexicon.ts'
import { FAMILIES, type FamilyId, type Options } from '#lib/generation/artist/options.ts'
import { Press } from '#lib/generation/artist/press.ts'

/** The box in which the product has works drawn. */
const BOX = { width: 1024, height: 1024 }

const formatsOf = (family: FamilyId): Format[] => Object.values(FORMATS[family]).flat()

const SHEETS = FAMILIES.flatMap((family) =>
  formatsOf(family).map((format) => [family, format[0], format[1]] as const),
)

function judge(width: number, height: number, threshold = size.defaultThreshold) {
  const pixels = { width, height, rgba: new Uint8Array(0) }
  const contentHash = `sha256:${'0'.repeat(64)}` as const
  return size.judge(
    { contentHash, mime: 'image/png', byteLength: 0, pixels, pixelHash: null, twin: null },
    threshold,
  )
}

describe('every sheet an artist may choose passes the gate of size in the box of the product', () => {
  test.each(SHEETS)('%s %i × %i', (_, wide, high) => {
    const { width, height } = new Press(wide, high, BOX)
    expect(judge(width, height)).toMatchObject({ passed: true })
    expect(Math.max(wide, high)).toBe(1024)
  })

  test('the narrowest is a woodcut of the sea', () => {
    const narrowest = Math.min(...SHEETS.map(([, wide, high]) => Math.min(wide, high)))
    expect(narrowest).toBe(560)
    expect(judge(1024, narrowest, narrowest + 1)).toMatchObject({ passed: false, score: 560 })
  })
})

const COUNTS = [undefined, 1, 2, 3, 5, 7, 12, 31, 144]
const FORMS = [
  'hills',
  'sea',
  'field',
  'peak',
  'moons',
  'orbits',
  'stars',
  'cores',
  'grid',
  'street',
  'grass',
]

describe('no work leaves the table', () => {
  test.each(FAMILIES)('%s', (family) => {
    const known = new Set(formatsOf(family).map(([wide, high]) => `${wide} × ${high}`))
    const chosen = new Set<string>()
    for (let seed = 1; seed <= 24; seed++) {
      const count = COUNTS[seed % COUNTS.length]
      const form = FORMS[seed % FORMS.length]
      const options: Options = { ...NO_OPTIONS, ...(count ? { count } : {}), ...(form ? { form } : {}) }
      const { wide, high } = COMPOSE[family](seed * 7919, options)
      const isCalendar = family === 'almanac' && high === 1024 && wide >= NARROWEST_MOONS && wide < 1024
      if (!isCalendar) chosen.add(`${wide} × ${high}`)
    }
    expect([...chosen].filter((format) => !known.has(format))).toEqual([])
    expect(chosen.size).toBeGreaterThan(1)
  })
})
