import { describe, expect, it } from 'vitest'
import type { RenderRequest } from '#lib/generation/port.ts'
import type { ProviderError } from '#lib/generation/provider-error.ts'
import type { Storage } from '#lib/platform/storage.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { png } from '#scripts/testing/hostile-pictures.ts'
import { memoryStorage } from '#scripts/testing/memory-storage.ts'
import { importProvider } from './import.ts'

const requestOf = (sha256: FileHash, changes: Partial<Recipe> = {}): RenderRequest => ({
  idempotencyKey: 'one',
  webhookUrl: null,
  recipe: {
    template: { id: 'declared', version: '1', text: 'A shore at low tide' },
    traits: [],
    seed: '0',
    model: { id: 'unknown', version: 'unknown', weightsHash: null },
    loras: [],
    parameters: {},
    inputs: [{ role: 'work', sha256 }],
    parents: [],
    licence: 'CC-BY-4.0',
    brief: `0x${'1'.repeat(64)}`,
    width: 48,
    height: 48,
    ...changes,
  },
})

async function fetched(request: RenderRequest, storage: Storage) {
  const provider = importProvider({ storage })
  return provider.fetchArtifacts(request, await provider.submit(request))
}

describe('a work that was brought', () => {
  it('is the very file that its recipe names, and says on every line whose word the rest is', async () => {
    const storage = memoryStorage()
    const file = await png()
    const sha256: FileHash = `sha256:${await storage.put(file)}`
    const declared = {
      model: { id: 'stabilityai/sdxl', version: '1.0', weightsHash: null },
      parameters: { title: 'Low tide', seed: '7', means: 'ComfyUI' },
    }
    const [artifact, ...others] = await fetched(requestOf(sha256, declared), storage)
    expect(others).toEqual([])
    expect(artifact).toEqual({
      bytes: file,
      mime: 'image/png',
      sha256: sha256.slice('sha256:'.length),
      description: {
        title: 'Low tide',
        alt: 'A shore at low tide',
        medium: 'made elsewhere: stabilityai/sdxl 1.0, declared by the creator, not observed',
        traits: [
          { name: 'Origin', value: 'Declared by the creator, not observed' },
          { name: 'Declared model', value: 'stabilityai/sdxl 1.0' },
          { name: 'Declared seed', value: '7' },
          { name: 'Declared means', value: 'ComfyUI' },
        ],
      },
    })
  })

  it('invents nothing where nothing is declared', async () => {
    const storage = memoryStorage()
    const [artifact] = await fetched(requestOf(`sha256:${await storage.put(await png())}`), storage)
    expect(artifact?.description).toMatchObject({
      title: 'Untitled',
      medium: 'made elsewhere, declared by the creator, not observed',
      traits: [{ name: 'Origin', value: 'Declared by the creator, not observed' }],
    })
  })

  it('is free, stays here, and its runs end as they begin, marked as declared', async () => {
    const provider = importProvider({ storage: memoryStorage() })
    const run = await provider.submit(requestOf(fileHashOf(new Uint8Array())))
    expect(run).toMatchObject({ state: 'succeeded', costMicroUsd: 0, facts: { declared: 'yes' } })
    expect(await provider.poll(run.externalId)).toEqual(run)
    expect(provider.quote().costMicroUsd).toBe(0)
    expect(provider.capabilities()).toMatchObject({
      deterministic: true,
      paid: false,
      privacy: 'this-server',
      seed: 'ignored',
      inputs: { work: 1 },
    })
    expect(await provider.probe()).toMatchObject({ models: null })
  })
})

describe('a file that cannot be had', () => {
  const kindOf = async (request: RenderRequest, storage: Storage) => {
    const error: ProviderError = await fetched(request, storage).then(
      () => expect.fail('it was taken'),
      (thrown: ProviderError) => thrown,
    )
    return error.failure.kind
  }

  it('is no artifact: gone, changed in the store, or no picture', async () => {
    const storage = memoryStorage()
    const file = await png()
    const sha256 = fileHashOf(file)
    expect(await kindOf(requestOf(sha256), storage)).toBe('artifact-invalid')
    const changed = { ...storage, get: async () => file.subarray(0, 40) }
    expect(await kindOf(requestOf(sha256), changed)).toBe('artifact-invalid')
    const page = new TextEncoder().encode('<html>')
    expect(await kindOf(requestOf(`sha256:${await storage.put(page)}`), storage)).toBe('artifact-invalid')
  })

  it('is refused for a recipe that brings none', async () => {
    const reference = { inputs: [{ role: 'reference', sha256: fileHashOf(await png()) }] }
    expect(await kindOf(requestOf(fileHashOf(await png()), reference), memoryStorage())).toBe('invalid-input')
  })
})
