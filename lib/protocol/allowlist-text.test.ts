import { describe, expect, it } from 'vitest'
import { readAllowlist } from './allowlist.ts'
import { listFile, readListText } from './allowlist-text.ts'

const account = (digit: string) => `0x${digit.repeat(40)}`
const A = account('a')
const B = account('b')
const both = [
  { account: A, amount: '5' },
  { account: B, amount: '1' },
]

describe('readListText', () => {
  it.each([
    ['CSV', `${A},5\n${B},1\n`],
    ['CSV with a header, quotes and Windows line ends', `"Address","Amount"\r\n"${A}","5"\r\n"${B}","1"\r\n`],
    ['a spreadsheet’s tabs', `address\tamount\n${A}\t5\n${B}\t1`],
    ['semicolons, blank lines and no amount', `\n${A};5\n\n${B}\n`],
    ['capitals', `${A.toUpperCase().replace('0X', '0x')},5\n${B},1`],
    ['a list of records', JSON.stringify([{ address: A, amount: 5 }, { account: B }])],
    ['amounts by address', JSON.stringify({ [A]: '5', [B]: 1 })],
    ['a byte order mark', `\uFEFF${A},5\n${B},1`],
    ['a published list', `{"account":"${A}","amount":"5"}\n{"account":"${B}","amount":"1"}\n`],
  ])('reads %s', (_, text) => {
    expect(readListText(text)).toEqual({ rows: both, faults: [], faultCount: 0 })
  })

  it('names every line that is no row, and keeps the others', () => {
    const text = `${A},5\nvitalik.eth,1\n${B},0\n${B},1.5\n${B},1,2\n${A},7\n${B},1\n`
    const { rows, faults, faultCount } = readListText(text)
    expect(rows).toEqual(both)
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6])
    expect(faults[4]).toMatchObject({ code: 'same-address', value: 1 })
    expect(faultCount).toBe(5)
  })

  it('tells fifty faults and counts the others; an empty list is one', () => {
    const { faults, faultCount } = readListText('nobody\n'.repeat(80))
    expect([faults.length, faultCount]).toEqual([50, 80])
    expect(readListText(' \n ')).toMatchObject({ rows: [], faultCount: 1 })
  })

  it('writes the file that a list is', () => {
    const list = readAllowlist(listFile(both.toReversed() as Parameters<typeof listFile>[0]))
    expect(list.rows).toBe(2)
  })
})
