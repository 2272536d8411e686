/** The part of the binding to libsecp256k1 that we use; the package has no types of its own. */
declare module 'secp256k1/bindings.js' {
  const binding: {
    /** @throws when the signature is of no key */
    ecdsaRecover(figures: Uint8Array, recovery: number, digest: Uint8Array, compressed: boolean): Uint8Array
  }
  export default binding
}
