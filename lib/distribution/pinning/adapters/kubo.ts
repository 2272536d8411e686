import { z } from 'zod'
import type { Pinning, ToPin } from '#lib/distribution/pinning/port.ts'
import { PinningError } from '#lib/distribution/pinning/port.ts'
import { askService, type Heard, jsonOf, refusalOf } from './ask-service.ts'

export type KuboOptions = { url: string; token?: string | undefined; timeoutMs?: number }

const addedSchema = z.object({ Hash: z.string() })
const pinsSchema = z.object({ Pins: z.array(z.string()) })
const idSchema = z.object({ Addresses: z.array(z.string()).nullable() })
const errorSchema = z.object({ Message: z.string() })
const versionSchema = z.object({ Version: z.string() })

/** Raw leaves begin so: a file that is one block of its own. */
const isRaw = (cid: string) => cid.startsWith('bafkrei')

/** Chunks of addresses that Verso publishes, and of files that are one raw block: the largest that all nodes pass on. */
const CHUNK = 262_144
const BLOCK = 1_048_576

function wordsOf({ text }: Heard): string {
  try {
    return errorSchema.parse(JSON.parse(text)).Message.split('\n', 1)[0] ?? ''
  } catch {
    return ''
  }
}

/** The profile of lib/protocol/content-cid.ts, said in full: a node may have other defaults. */
const profileOf = (cid: string) => ({
  'cid-version': '1',
  'raw-leaves': 'true',
  hash: 'sha2-256',
  chunker: `size-${isRaw(cid) ? BLOCK : CHUNK}`,
  'max-file-links': '174',
  trickle: 'false',
  inline: 'false',
})

export interface KuboPinning extends Pinning {
  /** Where others reach the node, as multiaddresses. @throws PinningError */
  addresses(): Promise<string[]>
}

/** A Kubo node by its RPC API, which is open to nobody else. */
export function kuboPinning({ url, token, timeoutMs = 120_000 }: KuboOptions): KuboPinning {
  async function ask(command: string, query: Record<string, string>, body?: FormData): Promise<string> {
    const address = new URL(`/api/v0/${command}`, url)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    const heard = await askService({ method: 'POST', url: address, token, timeoutMs, ...(body && { body }) })
    if (heard.status !== 200) throw refusalOf(heard, wordsOf(heard))
    return heard.text
  }
  async function pin({ cid, name, bytes }: ToPin): Promise<{ state: 'pinned' }> {
    const body = new FormData()
    body.set('file', new Blob([new Uint8Array(await bytes())]), name.split('/').at(-1))
    const text = await ask('add', { ...profileOf(cid), pin: 'false', progress: 'false' }, body)
    // What fails under way is told after a body that ends early.
    const last = addedSchema.safeParse(jsonOf(text.trim().split('\n').at(-1) ?? ''))
    if (!last.success) throw new PinningError('pin-broken', 'the node did not say what it added')
    const { Hash: added } = last.data
    if (added !== cid) throw new PinningError('pin-other-cid', `the node calls ${cid} ${added}`)
    const kept = pinsSchema.safeParse(jsonOf(await ask('pin/add', { arg: cid, recursive: 'true' })))
    if (!kept.data?.Pins.includes(cid))
      throw new PinningError('pin-broken', 'the node did not say what it pinned')
    return { state: 'pinned' }
  }
  return {
    id: 'kubo',
    pin,
    check: pin,
    async probe() {
      const found = versionSchema.safeParse(jsonOf(await ask('version', {})))
      if (!found.success) throw new PinningError('pin-broken', 'what answers there is no Kubo')
      return `Kubo ${found.data.Version}`
    },
    async addresses() {
      return idSchema.safeParse(jsonOf(await ask('id', {}))).data?.Addresses ?? []
    },
  }
}
