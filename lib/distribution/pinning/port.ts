export type ToPin = {
  cid: string
  /** What the service shows for it. */
  name: string
  bytes(): Promise<Uint8Array>
}

/** Kept, or on the service's list under a name of its own. */
export type Pinned = { state: 'pinned' } | { state: 'asked'; externalId: string }

/**
 * Why nothing is pinned: `pin-away` the service does not answer or asks to wait, `pin-refused` it does not take the key or the
 * request, `pin-failed` it gave up, `pin-lost` it knows nothing of the request, `pin-other-cid` it has another address for
 * the same bytes, `pin-broken` its answer is none.
 */
export type PinningCode =
  | 'pin-away'
  | 'pin-refused'
  | 'pin-failed'
  | 'pin-lost'
  | 'pin-other-cid'
  | 'pin-broken'

export class PinningError extends Error {
  readonly code: PinningCode
  /** @param detail without keys */
  constructor(code: PinningCode, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.name = 'PinningError'
    this.code = code
  }
}

/** Somebody who keeps things on IPFS for us. Asking again for the same is always right. */
export interface Pinning {
  readonly id: string
  /** @throws PinningError */
  pin(what: ToPin): Promise<Pinned>
  /** What became of a request. @throws PinningError */
  check(what: ToPin, externalId: string): Promise<Pinned>
  /** Who answers there. @throws PinningError */
  probe(): Promise<string>
}
