import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initSync, WasmBuilder, WasmReader } from '@contentauth/c2pa-wasm'
import { engineSettings, type ReadingEngine } from '#lib/provenance/reading/read-store.ts'

/**
 * A blob that can be read at once: the engine asks for that where browsers allow it, in workers. It holds the bytes
 * that it is given, which must not change meanwhile.
 */
export class BytesBlob extends Blob {
  readonly held: Uint8Array
  constructor(bytes: Uint8Array, type: string) {
    super([], { type })
    this.held = bytes
    Object.defineProperty(this, 'size', { value: bytes.length })
  }
  override slice(from?: number, to?: number, type?: string): BytesBlob {
    return new BytesBlob(this.held.subarray(from, to), type ?? this.type)
  }
}

class BytesReader {
  readAsArrayBuffer({ held }: BytesBlob): ArrayBuffer {
    return new Uint8Array(held).buffer
  }
}

let isReady = false

function start(): void {
  if (isReady) return
  Object.assign(globalThis, { FileReaderSync: BytesReader })
  initSync({
    module: readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')),
  })
  isReady = true
}

export function openBuilder(definition: object, roots: string): WasmBuilder {
  start()
  return WasmBuilder.fromJson(JSON.stringify(definition), engineSettings(roots))
}

export function readingEngine(): ReadingEngine {
  start()
  return WasmReader
}
