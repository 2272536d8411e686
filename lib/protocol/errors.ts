import { inEnglish, type Said, type Sentence, said } from './said.ts'

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
  | 'choices-duplicate'
  | 'choices-range'
  | 'choices-sum'
  | 'choices-budget'
  | 'choices-queue'
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
  | 'signature-check'
  | 'proof-invalid'
  | 'head-signature'
  | 'receipt-invalid'
  | 'refusal-invalid'
  | 'brief-round'
  | 'brief-expired'
  | 'brief-licence'
  | 'brief-parent'
  | 'brief-prompt'
  | 'brief-reference'
  | 'brief-work'
  | 'prompt-commitment'
  | 'cid-invalid'
  | 'licence-unknown'
  | 'tie-seed-missing'
  | 'power-invalid'
  | 'bundle-layout'
  | 'bundle-too-large'
  | 'bundle-zip'
  | 'bundle-missing-file'
  | 'bundle-unknown-file'
  | 'bundle-hash'
  | 'protocol-unknown'

/** A refusal by the protocol: `code` is stable; `message` says in English where and why, `said` is for any language. */
export class ProtocolError extends Error {
  readonly code: ProtocolCode
  readonly said: Said
  constructor(code: ProtocolCode, ...sentence: Sentence) {
    const words = said(...sentence)
    super(inEnglish(words))
    this.name = 'ProtocolError'
    this.code = code
    this.said = words
  }
}
