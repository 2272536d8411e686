import { describe, expect, it } from 'vitest'
import { readAgainst } from './against.ts'

const read = (rpc: string, collection = '') => readAgainst({ rpc, collection })
const COLLECTION = `0x${'Ab'.repeat(20)}`

describe('readAgainst', () => {
  it('takes empty fields for nothing', () => {
    expect(read('  ')).toEqual({ kind: 'read', against: { rpcUrl: null, collection: null } })
  })
  it.each([
    'https://node.example/v2/key',
    'http://localhost:8545',
    'http://127.0.0.1:8545/',
    'http://[::1]:8545',
  ])('takes %s', (rpc) => {
    expect(read(rpc, COLLECTION)).toEqual({
      kind: 'read',
      against: { rpcUrl: rpc, collection: COLLECTION.toLowerCase() },
    })
  })
  it.each([
    ['node.example', 'whole address'],
    ['http://node.example', 'Only https'],
    ['ws://localhost:8545', 'Only https'],
    ['javascript:alert(1)', 'Only https'],
    ['https://me:secret@node.example', 'name and password'],
    ['http://localhost.evil.example', 'Only https'],
  ])('refuses %s', (rpc, says) => {
    expect(read(rpc)).toEqual({ kind: 'faulty', faults: { rpc: expect.stringContaining(says) } })
  })
  it('refuses what is no address of a collection', () => {
    expect(read('', '0x12')).toMatchObject({ kind: 'faulty', faults: { collection: expect.any(String) } })
  })
})
