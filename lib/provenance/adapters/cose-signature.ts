import { createPrivateKey, sign, X509Certificate } from 'node:crypto'
import { encode, Tag } from 'cbor2'

const ALGORITHM = 1
const ES256 = -7
const X5CHAIN = 33
const NOTHING = new Uint8Array(0)
/** Signatures of this kind are all as long as another, so there is nothing to fill up. */
const NO_PAD = new Map([['pad', NOTHING]])
const SIGNATURE_BYTES = 64

type ClaimSigner = {
  alg: 'es256'
  reserveSize: number
  sign(claim: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
}

const certificatesIn = (pem: string) =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)].map(
    ([certificate]) => new Uint8Array(new X509Certificate(certificate).raw),
  )

/**
 * Signs C2PA claims: COSE_Sign1 (RFC 9052) with ES256 and the certificates in the protected header, as C2PA 2.x asks.
 * The file keeps exactly `reserveSize` bytes free, which is the length of every signature with these certificates.
 * @param pem a private key and its certificates, leaf first
 */
export function claimSigner(pem: string): ClaimSigner {
  const key = createPrivateKey(
    /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/.exec(pem)?.[0] ?? '',
  )
  const header = encode(
    new Map<number, unknown>([
      [ALGORITHM, ES256],
      [X5CHAIN, certificatesIn(pem)],
    ]),
  )
  const envelope = (signature: Uint8Array) => encode(new Tag(18, [header, NO_PAD, null, signature]))
  const reserveSize = envelope(new Uint8Array(SIGNATURE_BYTES)).length
  return {
    alg: 'es256',
    reserveSize,
    async sign(claim) {
      const signed = encode(['Signature1', header, NOTHING, new Uint8Array(claim)])
      const signature = new Uint8Array(sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }))
      return new Uint8Array(envelope(signature))
    },
  }
}
