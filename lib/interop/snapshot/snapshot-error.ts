/** Why files hold no proposal that can be counted. A code never changes its meaning. */
export type SnapshotCode =
  | 'not-json'
  | 'too-deep'
  | 'numbers-rounded'
  | 'no-proposal'
  | 'two-proposals'
  | 'proposal-malformed'
  | 'hub-refuses'
  | 'hub-unreachable'

/** A proposal that cannot be read at all; what is wrong with single votes are findings. */
export class SnapshotError extends Error {
  readonly code: SnapshotCode
  constructor(code: SnapshotCode, message: string) {
    super(message)
    this.name = 'SnapshotError'
    this.code = code
  }
}
