import init, { WasmReader } from '@contentauth/c2pa-wasm'
import { answerRequests } from '#components/provenance/answer-requests.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { type ReadingEngine, readSidecarWith, readWith } from '#lib/provenance/reading/read-store.ts'
import type { CredentialsAnswer, CredentialsOrder } from './credentials-thread.ts'

/** Ways out of a thread; a file that is read here is a stranger's. */
const WAYS_OUT = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts']

function closeWaysOut(): void {
  for (const name of WAYS_OUT)
    Object.defineProperty(self, name, { value: undefined, writable: false, configurable: false })
}

async function startEngine(tell: (loaded: number) => void): Promise<ReadingEngine> {
  const response = await fetch(new URL('@contentauth/c2pa-wasm/c2pa.wasm', import.meta.url))
  if (!response.ok || !response.body) throw new Error(`the engine: ${response.status}`)
  let loaded = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      loaded += chunk.length
      tell(loaded)
      controller.enqueue(chunk)
    },
  })
  const headers = { 'content-type': 'application/wasm' }
  await init({ module_or_path: new Response(response.body.pipeThrough(counting), { headers }) })
  closeWaysOut()
  return WasmReader
}

let engine: ReadingEngine | null = null

answerRequests<CredentialsOrder>(async (order, tell): Promise<CredentialsAnswer> => {
  try {
    engine ??= await startEngine((loaded) => tell({ loaded }))
  } catch {
    return { kind: 'failed', code: 'credentials-engine' }
  }
  const { picture, mime, roots, sidecar } = order
  const sha256 = () => fileHashOf(picture).slice('sha256:'.length)
  const result = sidecar
    ? await readSidecarWith(engine, sidecar, sha256(), roots)
    : await readWith(engine, picture, mime, roots)
  return { kind: 'done', result }
})
