import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guarded, readCsv, unguarded, writeCsv } from './csv.ts'

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', "'", '=', '+', '-', '@', 'a', ' ', '\uFEFF'),
  }),
)
const cellsOf = (text: string) => {
  const read = readCsv(text)
  return read.ok ? read.records.map(({ cells }) => cells) : read
}

describe('a table', () => {
  it('comes back as it was written, whatever stands in it', () => {
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 })
    fc.assert(
      fc.property(rows, (rows) => {
        const all = [['number', 'title', 'creator'], ...rows]
        expect(cellsOf(writeCsv(all))).toEqual(all.filter((row) => row.some((one) => one !== '')))
      }),
    )
  })

  it('holds nothing that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'=+-@\t\r＝＋－＠'), cell, (first, rest) => {
        expect(guarded(first + rest)).toBe(`'${first}${rest}`)
        expect(writeCsv([[first + rest]])).toMatch(/^\uFEFF"?'/)
      }),
    )
  })

  it('takes only its own apostrophes back', () => {
    fc.assert(fc.property(cell, (text) => void expect(unguarded(guarded(text))).toBe(text)))
    expect(unguarded("'Tis the tide")).toBe("'Tis the tide")
  })

  it.each([
    [
      'semicolons',
      'number;title\n1;"A; B"\n',
      [
        ['number', 'title'],
        ['1', 'A; B'],
      ],
    ],
    [
      'tabs',
      'number\ttitle\n1\tA, B',
      [
        ['number', 'title'],
        ['1', 'A, B'],
      ],
    ],
    [
      'lone returns',
      'number,title\r1,A\r',
      [
        ['number', 'title'],
        ['1', 'A'],
      ],
    ],
    [
      'an empty last cell',
      'number,title\n1,\n2,B',
      [
        ['number', 'title'],
        ['1', ''],
        ['2', 'B'],
      ],
    ],
    ['nothing', '', []],
  ])('is read with %s', (_, text, rows) => {
    expect(cellsOf(text)).toEqual(rows)
  })

  it('knows its lines, also behind a cell of several', () => {
    const read = readCsv('number,title\n\n1,"A\nB"\n2,C\n')
    expect(read).toMatchObject({ records: [{ line: 1 }, { line: 3 }, { line: 5 }] })
  })

  it.each([
    ['never closed', 'a,b\n1,"never closed\n2,c', 2],
    ['in the middle', 'a,b\n1,c\n2,d"e', 3],
    ['with something behind it', 'a,b\n1,"c"d', 2],
  ])('with a quote %s names its line', (_, text, line) => {
    expect(readCsv(text)).toEqual({ ok: false, line })
  })
})
