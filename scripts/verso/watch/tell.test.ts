import { expect, it } from 'vitest'
import { plainText, type Told, toldJson, toldText } from './tell.ts'

const round = { id: `0x${'ab'.repeat(32)}`, title: 'Tidal\u001b[2J\u202e studies\r\n' } as const
const told: Told = { level: 'ok', code: 'standing', says: '31 ballots', round }

it('prints nothing that moves a cursor, colours, or turns text around', () => {
  const text = toldText(told, 0, false)
  expect(text).toMatch(/^\d\d:\d\d:\d\d Tidal\ufffd\[2J\ufffd studies\ufffd\ufffd: 31 ballots$/)
  expect(plainText('a\u0000b\u009bc\u2066d\u2028e')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde')
  expect(plainText('x'.repeat(500))).toHaveLength(401)
  const json = toldJson({ ...told, says: '\u009b31m' }, 0)
  for (const mark of ['\u001b', '\u009b', '\u202e']) expect(json).not.toContain(mark)
})

it('says a fraud with everything that can be sent about it', () => {
  const step = {
    name: 'anchorHead',
    to: `0x${'c0'.repeat(20)}`,
    data: '0xabcdef',
    until: 1_800_000_000,
  } as const
  const fraud: Told = {
    ...told,
    level: 'fraud',
    steps: [step],
    evidence: '/tmp/proof.json',
    later: 'Watch on.',
  }
  expect(toldText(fraud, 0, false).split('\n').slice(1)).toEqual([
    `         round ${round.id}`,
    '         evidence in /tmp/proof.json',
    `         anyone can send anchorHead, until 2027-01-15T08:00:00Z: to ${step.to}, value 0, data`,
    '         0xabcdef',
    '         Watch on.',
  ])
  expect(toldText(fraud, 0, true)).toContain('\u001b[1;31m')
  expect(JSON.parse(toldJson(fraud, 0))).toMatchObject({
    at: '1970-01-01T00:00:00.000Z',
    level: 'fraud',
    round: round.id,
    evidence: '/tmp/proof.json',
    calls: [step],
  })
})
