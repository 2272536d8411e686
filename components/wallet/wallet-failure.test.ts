import { InsufficientFundsError, TransactionExecutionError, UserRejectedRequestError } from 'viem'
import { describe, expect, it } from 'vitest'
import { failureCopy, walletFailure } from './wallet-failure.ts'

const account = { address: '0x0000000000000000000000000000000000000001', type: 'json-rpc' } as const

describe('walletFailure', () => {
  it.each([
    ['a bare EIP-1193 rejection', { code: 4001, message: 'no' }, 'rejected'],
    [
      'a rejection inside an execution error',
      new TransactionExecutionError(new UserRejectedRequestError(new Error('no')), { account }),
      'rejected',
    ],
    ['missing funds', new TransactionExecutionError(new InsufficientFundsError(), { account }), 'no-funds'],
    ['an unknown chain', { code: 4902 }, 'wrong-network'],
    ['a text that only mentions a rejection', new Error('user rejected'), 'unknown'],
    ['nothing at all', undefined, 'unknown'],
  ])('reads %s', (_name, error, kind) => {
    expect(walletFailure(error).kind).toBe(kind)
  })

  it('always says what is kept and carries a code', () => {
    for (const failure of [
      { kind: 'rejected' },
      { kind: 'no-funds' },
      { kind: 'wrong-network' },
      { kind: 'not-mined' },
    ] as const) {
      const copy = failureCopy(failure, 'Your ballot is kept.')
      expect(copy.next).toContain('Your ballot is kept.')
      expect(copy.code).toMatch(/^(wallet|chain)-[a-z-]+$/)
    }
  })
})
