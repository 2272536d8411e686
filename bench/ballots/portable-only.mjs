/** Preloaded by a process that measures what runs everywhere: hashes in JavaScript, the curve in WebAssembly. */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '#crypto' && specifier !== '#inflate') return next(specifier, context)
    const url = new URL(`../../lib/protocol/${specifier.slice(1)}/portable.ts`, import.meta.url)
    return { url: url.href, shortCircuit: true }
  },
})
