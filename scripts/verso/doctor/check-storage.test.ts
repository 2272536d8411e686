import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseEnv } from '#lib/platform/env.ts'
import { KuboPeer, PinningPeer } from '#scripts/testing/peers/pinning-peer.ts'
import { type S3Peer, type S3PeerOptions, s3Peer } from '#scripts/testing/peers/s3-peer.ts'
import { checkPinning, checkStorage } from './check-storage.ts'

describe('a bucket', () => {
  let peer: S3Peer | undefined
  afterEach(() => peer?.stop())

  async function look(options: S3PeerOptions = {}, changes: Record<string, string> = {}) {
    peer = await s3Peer(options)
    const { endpoint, region, bucket, keyId, secret } = peer.settings
    return checkStorage(
      parseEnv({
        ...{ S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket, S3_PREFIX: 'home/one' },
        ...{ S3_ACCESS_KEY_ID: keyId, S3_SECRET_ACCESS_KEY: secret },
        ...changes,
      }),
    )
  }

  it('is well when a file can be put, read and deleted, and keeps none of it', async () => {
    expect(await look()).toEqual([expect.objectContaining({ level: 'ok' })])
    expect(peer?.blobs.size).toBe(0)
    const done = peer?.heard.map((line) => line.split(' ')[0])
    expect(new Set(done)).toEqual(new Set(['HEAD', 'PUT', 'GET', 'DELETE']))
  })

  it.each([
    ['another secret', {}, { S3_SECRET_ACCESS_KEY: 'other' }, 'S3_SECRET_ACCESS_KEY'],
    ['an unknown key', {}, { S3_ACCESS_KEY_ID: 'OTHER' }, 'S3_ACCESS_KEY_ID'],
    ['another region', {}, { S3_REGION: 'us-east-1' }, 'S3_REGION'],
    ['a wrong clock', { now: () => Date.now() - 3_600_000 }, {}, 'set the clock'],
    ['a key that may not list', { mayList: false }, {}, 'ListBucket'],
    ['no bucket', {}, { S3_BUCKET: 'nowhere' }, 'Make the bucket'],
    ['no service', {}, { S3_ENDPOINT: 'http://127.0.0.1:9' }, 'S3_ENDPOINT'],
  ])('says what to do about %s', async (_name, options, changes, next) => {
    const [finding, ...others] = await look(options, changes)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ level: 'wrong', about: 'S3_BUCKET', next: expect.stringContaining(next) })
    expect(JSON.stringify(finding)).not.toContain(peer?.settings.secret)
  })

  it('need not be', async () => {
    expect(await checkStorage(parseEnv({}))).toMatchObject([{ level: 'note' }])
  })
})

describe('those who pin', () => {
  const [kubo, remote] = [new KuboPeer(), new PinningPeer()]
  beforeEach(() => Promise.all([kubo.start(), remote.start()]))
  afterEach(() => Promise.all([kubo.stop(), remote.stop()]))
  const look = (changes: Record<string, string> = {}) =>
    checkPinning(
      parseEnv({
        ...{ KUBO_URL: kubo.url, PINNING_URL: `${remote.url}/psa`, PINNING_TOKEN: remote.token },
        ...changes,
      }),
    )

  it('are asked who they are and whether they take the key', async () => {
    expect(await look()).toMatchObject([
      { level: 'ok', about: 'KUBO_URL', says: 'Kubo 0.39.0 answers and takes the key.' },
      { level: 'ok', about: 'PINNING_URL' },
    ])
    expect(await look({ KUBO_URL: 'http://127.0.0.1:9', PINNING_TOKEN: 'another' })).toMatchObject([
      { level: 'wrong', about: 'KUBO_URL' },
      { level: 'wrong', about: 'PINNING_URL', says: expect.stringContaining('UNAUTHORIZED') },
    ])
    expect(JSON.stringify(await look({ PINNING_TOKEN: 'another' }))).not.toContain('another')
  })

  it('need not be', async () => {
    expect(await checkPinning(parseEnv({}))).toMatchObject([{ level: 'note', about: 'IPFS' }])
  })
})
