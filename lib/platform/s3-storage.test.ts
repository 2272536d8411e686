import { expect, it } from 'vitest'
import { parseEnv } from './env.ts'
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
