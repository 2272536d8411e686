/** Stable codes of everything the protocol refuses. A code never changes its meaning. */
export type ProtocolCode =
  | 'json-not-canonical'
  | 'json-duplicate-key'
  | 'json-bad-text'
  | 'json-bad-number'
  | 'json-too-deep'
  | 'json-invalid'
  | 'schema-invalid'
  | 'rules-times'
  | 'rules-strategies'
  | 'rules-method'
  | 'choices-malformed'
  | 'choices-order'
  | 'choices-unknown'
  | 'choices-too-many'
  | 'choices-too-long'
  | 'choices-text-missing'
  | 'choices-text-mismatch'
  | 'ballot-round'
  | 'ballot-root'
  | 'ballot-method'
  | 'ballot-chain'
  | 'ballot-note'
  | 'ballot-agent'
  | 'ballot-expired'
  | 'ballot-issued-in-future'
  | 'ballot-window'
  | 'sequence-used'
  | 'sequence-too-high'
  | 'signature-malformed'
  | 'signature-high-s'
  | 'signature-mismatch'
  | 'signature-too-large'
  | 'proof-invalid'
  | 'head-signature'
  | 'receipt-invalid'
  | 'refusal-invalid'
  | 'tie-seed-missing'
  | 'power-invalid'
  | 'bundle-layout'
  | 'bundle-too-large'
  | 'bundle-zip'
  | 'bundle-missing-file'
  | 'bundle-unknown-file'
  | 'bundle-hash'
  | 'protocol-unknown'

/** A refusal by the protocol: `code` is stable, `message` says where and why. */
export class ProtocolError extends Error {
  readonly code: ProtocolCode
  constructor(code: ProtocolCode, message: string) {
    super(message)
    this.name = 'ProtocolError'
    this.code = code
  }
}
