import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildLanguage, ENV_NAMES, parseEnv } from './env.ts'

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
    ['CHAIN_RPC_URLS', 'http://node.example'],
    ['CHAIN_RPC_URLS', '10=nowhere'],
    ['CHAIN_RPC_URLS', '10=http://a.example,10=http://b.example'],
    ['CHAIN_RPC_URLS', '0=http://a.example'],
    ['S3_BUCKET', 'Not a bucket'],
    ['S3_ENDPOINT', 'https://key:secret@s3.example.org'],
    ['S3_ENDPOINT', 'https://s3.example.org/bucket'],
    ['S3_PREFIX', '../elsewhere/'],
    ['S3_ACCESS_KEY_ID', { S3_BUCKET: 'verso', S3_SECRET_ACCESS_KEY: 'secret' }],
    ['S3_SECRET_ACCESS_KEY', { S3_BUCKET: 'verso', S3_ACCESS_KEY_ID: 'key' }],
  ])('names %s when it is wrong', (name, value) => {
    expect(() => parseEnv(typeof value === 'string' ? { [name]: value } : value)).toThrow(name)
  })
  it('reads a node for each further chain', () => {
    const { CHAIN_RPC_URLS } = parseEnv({ CHAIN_RPC_URLS: '10=http://a.example/?k=v, 8453=http://b.example' })
    expect([...(CHAIN_RPC_URLS ?? [])]).toEqual([
      [10, 'http://a.example/?k=v'],
      [8453, 'http://b.example'],
    ])
  })
  it('never prints the key it refuses', () => {
    const secret = `0x${'ab'.repeat(31)}`
    expect(() => parseEnv({ OPERATOR_PRIVATE_KEY: secret })).not.toThrow(secret)
  })
})

describe('the documents', () => {
  const named = (file: string, form: RegExp) =>
    [...readFileSync(file, 'utf8').matchAll(form)].flatMap(([, name]) => name ?? [])
  const own = ENV_NAMES.filter((name) => name !== 'NODE_ENV')

  it('tell every variable, and none that is not read', () => {
    const [, table = ''] = readFileSync('docs/architecture.md', 'utf8').split('## Environment')
    const told = [...table.matchAll(/^\|.*$/gm)].flatMap(([row]) => {
      const [, cell = ''] = row.split('|')
      return [...cell.matchAll(/`([A-Z0-9_]+)`/g)].flatMap(([, name]) => name ?? [])
    })
    expect(told.toSorted()).toEqual(own.toSorted())
  })
  it('show settings that are read', () => {
    const shown = named('docs/deploy.md', /^([A-Z][A-Z0-9_]+)=/gm)
    expect(shown.length).toBeGreaterThan(8)
    expect(own).toEqual(expect.arrayContaining(shown))
  })
})

it('is built in a language that there is, in English where none is named', () => {
  expect([undefined, '', 'en', 'de'].map(buildLanguage)).toEqual(['en', 'en', 'en', 'de'])
  expect(() => buildLanguage('xx')).toThrow('VERSO_LANGUAGE is xx; there are en, de.')
})
