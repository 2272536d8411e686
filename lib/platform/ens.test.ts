import { describe, expect, it } from 'vitest'
import { nameBook } from './ens.ts'

const ADA = `0x${'a'.repeat(40)}` as const

function bookWith(answers: (string | null | Error)[]) {
  let now = 1_000_000
  const asked: string[] = []
  const book = nameBook(
    async (address) => {
      asked.push(address)
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return answer ?? null
    },
    () => now,
  )
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { book, asked, settled, pass: (ms: number) => (now += ms) }
}

describe('the names of a process', () => {
  it('are there at the second look, and nobody waits for the first', async () => {
    const { book, asked, settled } = bookWith(['ines.eth'])
    expect(book(ADA)).toBeNull()
    expect(book(ADA)).toBeNull()
    await settled()
    expect(book(ADA)).toBe('ines.eth')
    expect(asked).toEqual([ADA])
  })

  it('are asked for again after an hour, and kept meanwhile', async () => {
    const { book, asked, settled, pass } = bookWith(['ines.eth', null])
    book(ADA)
    await settled()
    pass(3_599_999)
    expect(book(ADA)).toBe('ines.eth')
    expect(asked.length).toBe(1)
    pass(1)
    expect(book(ADA)).toBe('ines.eth')
    await settled()
    expect(book(ADA)).toBeNull()
    expect(asked.length).toBe(2)
  })

  it('outlast a node that is silent, which is asked again after a minute', async () => {
    const { book, asked, settled, pass } = bookWith(['ines.eth', new Error('silent'), 'ines.eth'])
    book(ADA)
    await settled()
    pass(3_600_000)
    book(ADA)
    await settled()
    expect(book(ADA)).toBe('ines.eth')
    pass(59_999)
    book(ADA)
    expect(asked.length).toBe(2)
    pass(1)
    book(ADA)
    expect(asked.length).toBe(3)
  })

  it('are at most two thousand', async () => {
    const { book, asked, settled } = bookWith([])
    const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as const
    for (let index = 0; index <= 2_000; index++) book(at(index))
    await settled()
    expect(asked.length).toBe(2_001)
    book(at(2_000))
    expect(asked.length).toBe(2_001)
    book(at(0))
    expect(asked.length).toBe(2_002)
  })
})
