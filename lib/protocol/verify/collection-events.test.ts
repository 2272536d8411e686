import { encodeAbiParameters, encodeEventTopics, type Hex } from 'viem'
import { expect, test } from 'vitest'
import { roundEvents } from './collection-events.ts'
import { COLLECTION_RECORD } from './collection-record.ts'
import { sampleAnchor } from './sample-facts.ts'

const roundId: Hex = `0x${'12'.repeat(32)}`
const root: Hex = `0x${'34'.repeat(32)}`
const anchor = sampleAnchor(8000)
const topics = encodeEventTopics({
  abi: COLLECTION_RECORD,
  eventName: 'HeadAnchored',
  args: { roundId },
}) as Hex[]
const data = encodeAbiParameters(
  [{ type: 'uint40' }, { type: 'bytes32' }, { type: 'uint40' }, { type: 'bytes' }],
  [7, root, 1_800_000_000, '0xabcd'],
)
const headsIn = (log: { topics: Hex[]; data: Hex }) => roundEvents([{ ...log, anchor }]).heads

/** The data with one byte of it changed, counted from its beginning or, below 0, from its end. */
function withByte(place: number, byte: string): Hex {
  const at = place < 0 ? data.length + 2 * place : 2 + 2 * place
  return `0x${data.slice(2, at)}${byte}${data.slice(at + 2)}`
}

test('a log is read as the event that it encodes', () => {
  expect(headsIn({ topics, data })).toEqual([
    { size: '7', root, signedAt: '1800000000', signature: '0xabcd', anchor },
  ])
})

test.each<[string, { topics: Hex[]; data: Hex }]>([
  ['a number beyond its type', { topics, data: withByte(0, '01') }],
  ['a number a little beyond its type', { topics, data: withByte(26, '01') }],
  ['a topic more', { topics: [...topics, root], data }],
  ['a word more', { topics, data: `${data}${'00'.repeat(32)}` }],
  ['a byte less', { topics, data: data.slice(0, -2) as Hex }],
  ['something in the padding', { topics, data: withByte(-1, '01') }],
  ['its bytes elsewhere', { topics, data: withByte(127, '60') }],
  ['bytes that are not there', { topics, data: withByte(127, 'ff') }],
  ['no data', { topics, data: '0x' }],
])('it is none of the events with %s', (_name, log) => {
  expect(headsIn(log)).toEqual([])
})
