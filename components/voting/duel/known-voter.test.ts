import { expect, it } from 'vitest'
import { addressOf, createVoterStore, parseVoter, VOTER_KEY } from './known-voter.ts'

const CHECKSUMMED = '0xAbCdef0123456789aBcDEF0123456789abcdeF01'
const PLAIN = '0xabcdef0123456789abcdef0123456789abcdef01'

it('takes an address however it is pasted, and nothing else', () => {
  expect(addressOf(`  ${CHECKSUMMED}\n`)).toBe(PLAIN)
  for (const text of ['', '0x12', PLAIN.slice(2), `${PLAIN}0`, 'gallery.eth'])
    expect(addressOf(text)).toBeNull()
})

it('is kept until somebody else is named', () => {
  const kept = new Map<string, string>()
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  createVoterStore('', storage).put({ address: PLAIN })
  expect(createVoterStore('', storage).read().address).toBe(PLAIN)
  createVoterStore('', storage).put({ address: null })
  expect(kept.has(VOTER_KEY)).toBe(false)
})

it.each([null, '', '{}', '0xnobody'])('takes %j for nobody', (raw) => {
  expect(parseVoter(raw)).toEqual({ address: null })
})
