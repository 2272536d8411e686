/** Preloaded by a process that measures what runs everywhere: hashes in JavaScript, the curve in WebAssembly. */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '#crypto') return next(specifier, context)
    return { url: new URL('../../lib/protocol/crypto/portable.ts', import.meta.url).href, shortCircuit: true }
  },
})
