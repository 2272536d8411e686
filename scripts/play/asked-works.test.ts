import { expect, it } from 'vitest'
import { asked, secondsBefore, stillWanted } from './asked-works.ts'

const hills = { prompt: 'Hills', count: 2 }
const sea = { prompt: 'Sea', count: 2 }

it('goes on after the briefs that are signed, whoever signed others in between', () => {
  const wanted = [...asked(['Hills', 'Sea'], 2), ...asked(['Hills', 'Sea'], 2)]
  expect(stillWanted(wanted, [])).toEqual(wanted)
  expect(stillWanted(wanted, [hills, { prompt: 'A cat', count: 3 }, sea])).toEqual([hills, sea])
  expect(stillWanted(wanted, [sea])).toEqual([hills, hills, sea])
  expect(stillWanted(wanted, [hills, hills, hills, sea, sea])).toEqual([])
})

it('takes a brief of the same words and another number of pictures for another brief', () => {
  expect(stillWanted([hills], [{ ...hills, count: 3 }])).toEqual([hills])
})

it('asks for the first at once and for the others one by one', () => {
  const pace = { atOnce: 2, everySeconds: 10 }
  expect([0, 1, 2, 3].map((n) => secondsBefore(n, pace))).toEqual([0, 0, 10, 10])
})
