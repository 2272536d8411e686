import { keccak_256 } from '@noble/hashes/sha3.js'

let fast: ((bytes: Uint8Array) => Uint8Array) | undefined
let loading: Promise<void> | undefined

/** Keccak-256 as Ethereum uses it, 32 bytes. Until `loadKeccak` is done, JavaScript answers, nine times as slow. */
export function keccak256(bytes: Uint8Array): Uint8Array {
  return fast ? fast(bytes) : keccak_256(bytes)
}

/** Loads 11 KB of WebAssembly, once; for whoever has many hashes before them. */
export function loadKeccak(): Promise<void> {
  // Its own file, because the entry of the package carries every hash there is.
  loading ??= import('hash-wasm/dist/keccak.umd.min.js').then(async ({ default: { createKeccak } }) => {
    const hasher = await createKeccak(256)
    fast = (bytes) => hasher.init().update(bytes).digest('binary')
  })
  return loading
}
