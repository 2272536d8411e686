/** The parts that we use of files that have no types of their own. */
declare module 'secp256k1/bindings.js' {
  const binding: {
    /** @throws when the signature is of no key */
    ecdsaRecover(figures: Uint8Array, recovery: number, digest: Uint8Array, compressed: boolean): Uint8Array
    /** With the nonce of RFC 6979 and the lower s. @throws when the key is outside the curve */
    ecdsaSign(digest: Uint8Array, key: Uint8Array): { signature: Uint8Array; recid: number }
  }
  export default binding
}

declare module 'hash-wasm/dist/keccak.umd.min.js' {
  const keccak: Pick<typeof import('hash-wasm'), 'createKeccak'>
  export default keccak
}
