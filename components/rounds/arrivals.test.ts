import { describe, expect, it } from 'vitest'
import { contentKey } from '#components/art/work-address.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import { askFrom, hungWords, newAmong, OVERLAP, tailOf } from './arrivals.ts'

const work = (n: number): CandidateView => ({
  number: null,
  contentHash: `sha256:${String(n).padStart(64, '0')}`,
  title: `Work ${n}`,
  creator: '0x00000000000000000000000000000000000000aa',
  creatorName: 'Ines Okafor',
  medium: 'procedural',
  width: 4,
  height: 3,
  thumb: { src640: '/640', src320: '/320', thumbhash: '' },
  alt: 'Three hills',
  src: '/full',
  tokenId: null,
})
const works = (count: number) => Array.from({ length: count }, (_, n) => work(n))

describe('asking for what came since', () => {
  it('begins before the tail, so that a work admitted between its neighbours is not missed', () => {
    const list = works(40)
    const tail = tailOf(list)
    expect(tail).toHaveLength(OVERLAP)
    expect(askFrom(tail)).toBe(contentKey(work(40 - OVERLAP).contentHash))
    const between = work(900)
    const answer = [...list.slice(40 - OVERLAP + 1, 38), between, ...list.slice(38), work(41)]
    expect(newAmong(answer, { tail, works: [] })).toEqual([between, work(41)])
  })

  it('begins at the beginning while the list is short', () => {
    expect(askFrom(tailOf(works(3)))).toBeUndefined()
    expect(newAmong(works(4), { tail: tailOf(works(3)), works: [] })).toEqual([work(3)])
  })

  it('does not bring twice what came before', () => {
    const tail = tailOf(works(3))
    expect(newAmong(works(5), { tail, works: [work(3)] })).toEqual([work(4)])
  })
})

describe('the count in words', () => {
  it.each([
    [{ hung: 84, places: 120 }, '84 of 120 hung'],
    [{ hung: 0, places: 4 }, '0 of 4 hung'],
    [{ hung: 1200, places: 10_000 }, '1,200 of 10,000 hung'],
    [{ hung: 5, places: 4 }, '5 of 5 hung'],
  ])('%o is “%s”', (counts, words) => expect(hungWords(counts)).toBe(words))
})
