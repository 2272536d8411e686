import { expect, it } from 'vitest'
import { parseEnv } from './env.ts'
import { urlOf } from './s3-client.ts'
import { s3SettingsOf } from './s3-storage.ts'

const settingsOf = (given: Record<string, string>) =>
  s3SettingsOf(
    parseEnv({ S3_BUCKET: 'verso', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret', ...given }),
  )

it('reads a bucket of AWS, of another service, or none', () => {
  expect(s3SettingsOf(parseEnv({}))).toBeNull()
  expect(settingsOf({ S3_REGION: 'eu-central-1' })).toEqual({
    endpoint: 'https://s3.eu-central-1.amazonaws.com',
    region: 'eu-central-1',
    bucket: 'verso',
    keyId: 'key',
    secret: 'secret',
    pathStyle: false,
    prefix: '',
  })
  const own = { S3_ENDPOINT: 'http://minio.example:9000', S3_PREFIX: 'a/b' }
  expect(settingsOf(own)).toMatchObject({
    endpoint: 'http://minio.example:9000',
    pathStyle: true,
    prefix: 'a/b/',
  })
  expect(settingsOf({ ...own, S3_PATH_STYLE: 'false' })).toMatchObject({ pathStyle: false })
})

it('asks a bucket at its own host, or in the path', () => {
  const hrefOf = (given: Record<string, string>, key: string | null = 'ab') => {
    const settings = settingsOf(given)
    return settings && urlOf(settings, { key, query: key ? {} : { 'list-type': '2' } }).href
  }
  expect(hrefOf({ S3_REGION: 'eu-west-1' })).toBe('https://verso.s3.eu-west-1.amazonaws.com/ab')
  expect(hrefOf({ S3_PREFIX: 'a' }, null)).toBe('https://verso.s3.us-east-1.amazonaws.com/?list-type=2')
  expect(hrefOf({ S3_BUCKET: 'my.verso' })).toBe('https://s3.us-east-1.amazonaws.com/my.verso/ab')
  const own = { S3_ENDPOINT: 'http://127.0.0.1:9000', S3_PREFIX: 'a/b' }
  expect(hrefOf(own)).toBe('http://127.0.0.1:9000/verso/a/b/ab')
  expect(hrefOf(own, null)).toBe('http://127.0.0.1:9000/verso?list-type=2')
})
