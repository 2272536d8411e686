import { hashMessage, recoverAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as native from '#lib/protocol/crypto/native.ts'
import { operatorAccount } from './chain.ts'
import { parseEnv } from './env.ts'

vi.mock('#lib/protocol/crypto/native.ts', { spy: true })
afterEach(() => vi.resetAllMocks())

const key = `0x${'5e'.repeat(32)}` as const
const hash = hashMessage('a head')

describe('operatorAccount', () => {
  const account = () => operatorAccount(parseEnv({ OPERATOR_PRIVATE_KEY: key }))

  it('signs what viem would have signed', async () => {
    const signature = await account().sign({ hash })
    expect(signature).toBe(await privateKeyToAccount(key).sign({ hash }))
    expect(await recoverAddress({ hash, signature })).toBe(account().address)
  })

  it('signs without the native library too', async () => {
    vi.mocked(native.signNatively).mockResolvedValue(null)
    expect(await account().sign({ hash })).toBe(await privateKeyToAccount(key).sign({ hash }))
    expect(native.signNatively).toHaveBeenCalledOnce()
  })
})
