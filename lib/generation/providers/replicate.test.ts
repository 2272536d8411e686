import { afterEach, describe, expect, it } from 'vitest'
import { type ReplicatePeer, startReplicatePeer } from '#scripts/testing/peers/replicate-peer.ts'
import { type ReplicateOptions, replicateProvider } from './replicate.ts'

const peers: ReplicatePeer[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.stop()
})

async function peerWith(changes: Partial<ReplicateOptions> = {}) {
  const peer = await startReplicatePeer({ side: 64 })
  peers.push(peer)
  return { peer, provider: replicateProvider({ ...peer.settings, priceMicroUsd: 1, ...changes }) }
}

describe('a probe', () => {
  it('says whose token it is and that the model is there, without asking for a picture', async () => {
    const { peer, provider } = await peerWith()
    expect(await provider.probe()).toEqual({
      server: 'Replicate, as verso',
      models: ['black-forest-labs/flux-schnell'],
      waiting: null,
    })
    expect(peer.creates).toBe(0)
  })

  it('asks for a model by its name, whatever its version', async () => {
    const { provider } = await peerWith({ model: `black-forest-labs/flux-dev:${'a'.repeat(64)}` })
    expect((await provider.probe()).models).toEqual(['black-forest-labs/flux-dev'])
  })

  it('fails with a wrong token, and does not repeat it', async () => {
    const { provider } = await peerWith({ token: 'r8_a_secret' })
    await expect(provider.probe()).rejects.toMatchObject({
      failure: { kind: 'auth' },
      message: expect.not.stringContaining('r8_a_secret'),
    })
  })

  it('fails where the model is not', async () => {
    const { provider } = await peerWith({ model: 'nobody/nothing' })
    await expect(provider.probe()).rejects.toMatchObject({ message: 'not found' })
  })
})
