import { ContractFunctionRevertedError, HttpRequestError, RpcRequestError } from 'viem'
import { expect, it } from 'vitest'
import { isChainSilent, isDatabaseSilent } from './silence.ts'

const known = (code: string, cause: object | null) =>
  Object.assign(new Error(code), { code, meta: { driverAdapterError: { cause } } })

it.each([
  ['nobody at the port', known('P1001', { kind: 'DatabaseNotReachable' })],
  ['a raw query with nobody at the port', known('P2010', { kind: 'DatabaseNotReachable' })],
  ['a server that starts', known('P2039', { kind: 'postgres', originalCode: '57P03' })],
  ['a session that was ended', known('P2010', { kind: 'postgres', originalCode: '57P01' })],
  [
    'a dead connection of the pool',
    new Error('Client has encountered a connection error and is not queryable'),
  ],
  ['a connection that broke', new Error('Connection terminated unexpectedly')],
  ['a statement that was not answered in time', new Error('Query read timeout')],
  ['the driver itself', Object.assign(new Error('no'), { code: 'ECONNREFUSED', syscall: 'connect' })],
])('knows %s as silence of the database', (_, error) => {
  expect(isDatabaseSilent(error)).toBe(true)
})

it.each([
  [
    'a row that is there already',
    known('P2002', { kind: 'UniqueConstraintViolation', originalCode: '23505' }),
  ],
  ['a mistake in a query', known('P2010', { kind: 'postgres', originalCode: '42601' })],
  ['a mistake of ours', new TypeError('undefined is not a function')],
  ['nothing at all', null],
])('does not take %s for it', (_, error) => {
  expect(isDatabaseSilent(error)).toBe(false)
})

it('tells a node that does not answer from one that says no', () => {
  const silent = new HttpRequestError({ url: 'http://node', body: {} })
  const said = new RpcRequestError({ body: {}, url: 'http://node', error: { code: 3, message: 'reverted' } })
  expect(isChainSilent(silent)).toBe(true)
  expect(isChainSilent(said)).toBe(false)
  expect(isChainSilent(new ContractFunctionRevertedError({ abi: [], functionName: 'x' }))).toBe(false)
  expect(isChainSilent(new Error('no'))).toBe(false)
})
