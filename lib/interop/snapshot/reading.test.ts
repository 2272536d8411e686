import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { losesDigits, unitsOf } from './decimal.ts'
import { decimalText, fractionOfDouble, minus, signedText } from './fraction.ts'
import { gather } from './gather.ts'
import { JsonNumber, parseWithSource, plainOf, shownAs, spelledText } from './json-source.ts'
import { recountSnapshot } from './recount.ts'

const refusal = (code: string) => expect.objectContaining({ code })
const file = (value: unknown, name = 'a.json') => ({ name, text: JSON.stringify(value) })
const proposal = { id: '0x01', type: 'basic', choices: ['For', 'Against'], scores: [1, 0], votes: 1 }
const vote = { id: '0x1', voter: `0x${'1'.repeat(40)}`, created: 1, choice: 1, vp: 1 }

describe('numbers', () => {
  it('keep their spelling', () => {
    expect(parseWithSource('{"a":[1.50,-0,1E3,"7"]}')).toEqual({
      a: [new JsonNumber('1.50'), new JsonNumber('-0'), new JsonNumber('1E3'), '7'],
    })
  })

  it('are every other reader’s numbers when they are made plain, and JSON when they are written', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = parseWithSource(text)
        expect(plainOf(read)).toEqual(JSON.parse(text))
        expect(JSON.parse(spelledText(read))).toEqual(JSON.parse(text))
      }),
    )
  })

  it('are refused where the platform rounds them first', () => {
    const parse = JSON.parse
    vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) =>
      parse(text, (key, value) => reviver?.call({}, key, value)),
    )
    expect(() => parseWithSource('[1]')).toThrow(refusal('numbers-rounded'))
    vi.restoreAllMocks()
  })

  it.each([
    ['0', 0n, false],
    ['-0', 0n, false],
    ['1', 10n ** 18n, false],
    ['1.5', 15n * 10n ** 17n, false],
    ['-2.50e0', -25n * 10n ** 17n, false],
    ['1e-18', 1n, false],
    ['1.9e-18', 1n, true],
    ['1.5e-19', 0n, true],
    ['1e-9999', 0n, true],
    ['9007199254740993', 9007199254740993n * 10n ** 18n, false],
    ['1E+20', 10n ** 38n, false],
  ])('%s is %s units', (source, units, isFiner) => {
    expect(unitsOf(source)).toEqual({ units, isFiner })
  })

  it.each(['1e400', '1e9999', '1'.padEnd(80, '0'), 'NaN', '', '0x10', '1_000', '١'])(
    '%s is no power',
    (source) => {
      expect(unitsOf(source)).toBeNull()
    },
  )

  it.each([
    ['0.1', false],
    ['9007199254740992', false],
    ['9007199254740993', true],
    ['0.1000000000000000055511151231257827', true],
    ['1e23', false],
    ['100', false],
    ['1e999', true],
  ])('%s loses digits as a double: %s', (source, loses) => {
    expect(losesDigits(source)).toBe(loses)
  })

  it('a double’s own spelling never loses any', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(losesDigits(String(value))).toBe(false)
      }),
    )
  })
})

describe('fractions', () => {
  it('are written as decimals, and differences with three digits', () => {
    expect(decimalText({ n: 1n, d: 3n })).toBe('0.333333333333333333…')
    expect(decimalText({ n: -5n, d: 2n })).toBe('-2.5')
    expect(decimalText({ n: 12n, d: 1n })).toBe('12')
    expect(signedText(minus(fractionOfDouble(0.1 + 0.2), { n: 3n, d: 10n }))).toBe('+4.44e-17')
    expect(signedText({ n: -4n, d: 1n })).toBe('-4')
    expect(signedText({ n: 9999n, d: 10n })).toBe('+1000')
    expect(signedText({ n: 0n, d: 7n })).toBe('0')
  })

  it('three digits are near the value', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-200, max: 1e200 }), (value) => {
        const told = Number(signedText(fractionOfDouble(value)))
        expect(Math.abs(told / value - 1)).toBeLessThan(0.0051)
      }),
    )
  })
})

describe('files', () => {
  it.each([
    ['as GraphQL answers', [{ data: { proposal, votes: [vote] } }]],
    ['without data', [{ proposal, votes: [vote] }]],
    ['a proposal and a list', [proposal, [vote]]],
    ['pages', [{ data: { votes: [] } }, { data: { proposal } }, { data: { votes: [vote] } }]],
    ['a proposal with each page', [{ data: { proposal, votes: [] } }, { data: { proposal, votes: [vote] } }]],
  ])('%s', (_name, values) => {
    const { proposal: read, votes } = gather(values.map((value) => file(value)))
    expect(read.choices).toEqual(['For', 'Against'])
    expect(votes.map(plainOf)).toEqual([vote])
  })

  it.each([
    ['not-json', 'b.json: ', [file(proposal), { name: 'b.json', text: '{' }]],
    ['not-json', '', [{ name: 'a', text: '' }]],
    ['no-proposal', '', []],
    ['no-proposal', '', [file([vote])]],
    ['no-proposal', 'rate limit', [file({ errors: [{ message: 'rate limit' }], data: null })]],
    ['two-proposals', '', [file(proposal), file({ ...proposal, id: '0x02' })]],
    ['proposal-malformed', 'choices', [file({ ...proposal, choices: [] })]],
    ['proposal-malformed', 'type', [file({ ...proposal, type: 7 })]],
  ])('%s %s', (code, says, files) => {
    expect(() => gather(files)).toThrow(refusal(code))
    expect(() => gather(files)).toThrow(says)
  })

  it('lists without end are refused and not followed', () => {
    const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(() => parseWithSource(text)).toThrow(refusal('too-deep'))
  })

  it('long values are shown shortened', () => {
    expect(shownAs('x'.repeat(100), 10)).toBe('"xxxxxxxx…')
    expect(shownAs(undefined)).toBe('nothing')
  })
})

it('whatever stands in a list of votes, a recount ends and names it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('basic', 'approval', 'weighted', 'quadratic', 'ranked-choice', 'copeland'),
      fc.array(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            id: fc.jsonValue(),
            voter: fc.jsonValue(),
            choice: fc.jsonValue(),
            vp: fc.jsonValue(),
          }),
          fc.record({
            voter: fc.constant(vote.voter),
            choice: fc.dictionary(fc.constantFrom('1', '2', '1.0', '__proto__', 'length'), fc.jsonValue()),
            vp: fc.double({ noNaN: true, noDefaultInfinity: true }),
          }),
        ),
        { maxLength: 12 },
      ),
      (type, votes) => {
        const report = recountSnapshot([file({ proposal: { ...proposal, type }, votes })])
        expect(report.votes.given).toBe(votes.length)
        expect([0, 1, 2]).toContain(report.exitCode)
      },
    ),
    { numRuns: 500 },
  )
})
