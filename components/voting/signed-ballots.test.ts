import { describe, expect, it } from 'vitest'
import { nextSequence, readSignedBallots, rememberSignedBallot, signedBallotsKey } from './signed-ballots.ts'

function memory(start: Record<string, string> = {}) {
  const held = new Map(Object.entries(start))
  return () => ({
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  })
}
const ballot = (sequence: string, voter = '0xa') => ({
  voter,
  sequence,
  digest: `0x${sequence}`,
  number: 3,
  choices: '#1',
})

describe('signed ballots on this device', () => {
  it('come back in order and count up per voter', () => {
    const storage = memory()
    for (const sequence of ['1', '2', '10']) rememberSignedBallot(storage, 'r', ballot(sequence))
    rememberSignedBallot(storage, 'r', ballot('40', '0xb'))
    const known = readSignedBallots(storage, 'r')
    expect(known.map(({ sequence }) => sequence)).toEqual(['1', '2', '10', '40'])
    expect(nextSequence(known, '0xa')).toBe(11n)
    expect(nextSequence(known, '0xc')).toBe(1n)
  })
  it.each(['', 'no json', '{"version":2,"ballots":[]}', '{"version":1,"ballots":[{"sequence":"-1"}]}'])(
    'take %j as nothing',
    (raw) => {
      expect(readSignedBallots(memory({ [signedBallotsKey('r')]: raw }), 'r')).toEqual([])
    },
  )
  it('say when the device keeps nothing', () => {
    const blocked = () => {
      throw new Error('blocked')
    }
    expect(rememberSignedBallot(blocked, 'r', ballot('1'))).toBe(false)
    expect(readSignedBallots(blocked, 'r')).toEqual([])
  })
})
