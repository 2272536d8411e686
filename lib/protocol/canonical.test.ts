import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, equalBytes, utf8 } from './bytes.ts'
import {
  assertText,
  canonicalBytes,
  canonicalText,
  jsonLines,
  MAX_DEPTH,
  parseCanonical,
  parseJsonLines,
} from './canonical.ts'

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((value) => value.normalize('NFC').replaceAll('\u0000', '').replaceAll('\uFEFF', ''))
  .filter((value) => value.normalize('NFC') === value)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n + 0),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (cause) {
    return (cause as { code: string }).code
  }
  return 'nothing thrown'
}

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)])

describe('canonicalText', () => {
  it('sorts keys by UTF-16 code units, as RFC 8785 3.2.3 does', () => {
    const keys = ['\r', '1', '\u0080', 'ö', '\u05d3\u05bc', '€', '😀', '\uffee']
    const value = Object.fromEntries(keys.toReversed().map((key) => [key, 0]))
    expect(canonicalText(value)).toBe(`{${keys.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`)
  })

  it('escapes as RFC 8785 3.2.2.2 does', () => {
    expect(canonicalText('€$\u000F\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
  })

  it('gives the same text whatever the order of keys', () => {
    expect(canonicalText({ b: 1, a: [true, null] })).toBe('{"a":[true,null],"b":1}')
    expect(canonicalText({ a: [true, null], b: 1 })).toBe('{"a":[true,null],"b":1}')
  })

  it.each([
    ['json-bad-number', 0.5],
    ['json-bad-number', Number.NaN],
    ['json-bad-number', Number.POSITIVE_INFINITY],
    ['json-bad-number', 2 ** 53],
    ['json-bad-number', -(2 ** 53)],
    ['json-bad-number', [-0]],
    ['json-bad-text', 'e\u0301'],
    ['json-bad-text', { 'e\u0301': 1 }],
    ['json-bad-text', '\ud800'],
    ['json-bad-text', 'a\udc00b'],
    ['json-bad-text', '\ufefftext'],
    ['json-bad-text', 'a\u0000b'],
    ['json-invalid', undefined],
    ['json-invalid', { a: undefined }],
    ['json-invalid', [undefined]],
    ['json-invalid', 1n],
    ['json-invalid', { when: new Date(0) }],
    ['json-invalid', new Map()],
    ['json-invalid', { [Symbol('s')]: 1 }],
    ['json-too-deep', nested(MAX_DEPTH)],
  ])('refuses with %s: %s', (code, value) => {
    expect(codeOf(() => canonicalText(value))).toBe(code)
  })

  it('takes the greatest depth and the greatest numbers', () => {
    expect(canonicalText(nested(MAX_DEPTH - 1))).toHaveLength(2 * MAX_DEPTH)
    expect(canonicalText([2 ** 53 - 1, -(2 ** 53) + 1])).toBe('[9007199254740991,-9007199254740991]')
  })
})

describe('parseCanonical', () => {
  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(parseCanonical(canonicalBytes(value))).toEqual(value)
      }),
    )
  })

  it('never reads one value from two spellings', () => {
    fc.assert(
      fc.property(json, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, change) => {
        const bytes = canonicalBytes(value)
        const changed = bytes.slice()
        const at = place % bytes.length
        changed[at] = (changed[at] ?? 0) ^ change
        let read: unknown
        try {
          read = parseCanonical(changed)
        } catch {
          return
        }
        expect(equalBytes(canonicalBytes(read), changed)).toBe(true)
        expect(read).not.toEqual(value)
      }),
    )
  })

  it.each([
    ['json-not-canonical', '{ "a":1}'],
    ['json-not-canonical', '{"b":1,"a":2}'],
    ['json-not-canonical', '{"a":1}\n'],
    ['json-not-canonical', '1.0'],
    ['json-not-canonical', '1e2'],
    ['json-not-canonical', '"\\u0041"'],
    ['json-not-canonical', '"\\/"'],
    ['json-duplicate-key', '{"a":1,"a":1}'],
    ['json-duplicate-key', '{"a":1,"\\u0061":2}'],
    ['json-duplicate-key', '[{"a":{"x":":"}},{"b":[1,2],"c":"}","b":3}]'],
    ['json-bad-number', '-0'],
    ['json-bad-number', '0.5'],
    ['json-bad-number', '1e400'],
    ['json-bad-number', '9007199254740992'],
    ['json-bad-text', '\ufeff{}'],
    ['json-bad-text', '"\\ud800"'],
    ['json-bad-text', '"e\u0301"'],
    ['json-invalid', ''],
    ['json-invalid', '{'],
    ['json-invalid', "{'a':1}"],
    ['json-invalid', '[1,]'],
    ['json-too-deep', '['.repeat(65) + ']'.repeat(65)],
  ])('refuses with %s: %s', (code, spelled) => {
    expect(codeOf(() => parseCanonical(utf8(spelled)))).toBe(code)
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(codeOf(() => parseCanonical(Uint8Array.of(0x22, 0xff, 0x22)))).toBe('json-bad-text')
    expect(codeOf(() => parseCanonical(Uint8Array.of(0x22, 0xc0, 0x80, 0x22)))).toBe('json-bad-text')
  })

  it('does not read a duplicate into keys of different objects', () => {
    expect(parseCanonical(utf8('[{"a":{"a":"a"}},{"a":["a","a"]}]'))).toEqual([
      { a: { a: 'a' } },
      { a: ['a', 'a'] },
    ])
  })

  it('keeps a key named __proto__ as data', () => {
    const bytes = utf8('{"__proto__":{"x":1}}')
    expect(Object.keys(parseCanonical(bytes) as object)).toEqual(['__proto__'])
  })
})

describe('json lines', () => {
  it('round-trips, and no rows are no bytes', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 6 }), (rows) => {
        expect(parseJsonLines(jsonLines(rows))).toEqual(rows)
      }),
    )
    expect(jsonLines([])).toEqual(new Uint8Array())
  })

  it.each([
    ['json-not-canonical', '{"a":1}'],
    ['json-not-canonical', '{"a":1}\n{"a":2}'],
    ['json-invalid', '\n'],
    ['json-invalid', '{"a":1}\n\n'],
    ['json-not-canonical', '{"a":1}\r\n'],
    ['json-duplicate-key', '1\n{"a":1,"a":2}\n'],
  ])('refuses with %s: %j', (code, spelled) => {
    expect(codeOf(() => parseJsonLines(utf8(spelled)))).toBe(code)
  })

  it('writes a whole shard of 65,536 rows', () => {
    const rows = Array.from({ length: 65_536 }, (_, i) => i)
    expect(parseJsonLines(jsonLines(rows))).toEqual(rows)
  })

  it('names the line', () => {
    const bytes = concatBytes(jsonLines([1, 2]), utf8('{ }\n'))
    expect(() => parseJsonLines(bytes)).toThrow(/^line 3: /)
  })
})

describe('assertText', () => {
  it('takes any well-formed text in form C and names what it refuses', () => {
    expect(() => assertText('Gezeiten — 潮 🌊\n')).not.toThrow()
    expect(() => assertText('e\u0301', 'note')).toThrow(/^note: /)
  })
})
