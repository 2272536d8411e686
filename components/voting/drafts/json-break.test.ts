import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonBreakLine } from './json-break.ts'

it.each([
  ['{\n  "a": 1,\n  "b": [}\n}', 3],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  "a": 1,\n}', 3],
  ['[\n1,\n2\n', 4],
  ['{\n"a":\n"never closed\n}', 3],
  ['{"a": 01}', 1],
  ['[]\n\nmore', 3],
  ['{\n"a",\n1}', 2],
])('%j breaks on line %i', (text, line) => {
  expect(() => JSON.parse(text)).toThrow()
  expect(jsonBreakLine(text)).toBe(line)
})

it('is the line where a stranger was put into a sound text', () => {
  const sound = fc.jsonValue().map((value) => JSON.stringify([value, 'end'], null, 1))
  fc.assert(
    fc.property(sound, fc.nat(), (text, seed) => {
      const lines = text.split('\n')
      const at = seed % lines.length
      const broken = [...lines.slice(0, at), '%', ...lines.slice(at)].join('\n')
      expect(jsonBreakLine(broken)).toBe(at + 1)
    }),
  )
})
