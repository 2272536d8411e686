import { describe, expect, it } from 'vitest'
import { parseEnv } from './env.ts'

describe('parseEnv', () => {
  it('needs nothing and holds no secret', () => {
    const found = parseEnv({})
    expect(found.CHAIN_ID).toBe(31337)
    expect(found.OPERATOR_PRIVATE_KEY).toBeUndefined()
    expect(found.REPLICATE_API_TOKEN).toBeUndefined()
  })
  it('takes an empty value as not set', () => {
    expect(parseEnv({ CHAIN_ID: '', REPLICATE_API_TOKEN: '' })).toEqual(parseEnv({}))
  })
  it.each([
    ['CHAIN_ID', 'main'],
    ['PUBLIC_URL', 'verso'],
    ['OPERATOR_PRIVATE_KEY', '0x12'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is wrong', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(name)
  })
  it('never prints the key it refuses', () => {
    const secret = `0x${'ab'.repeat(31)}`
    expect(() => parseEnv({ OPERATOR_PRIVATE_KEY: secret })).not.toThrow(secret)
  })
})
