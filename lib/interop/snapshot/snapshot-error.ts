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
  /** The file or field at fault, or what a hub said: the part that is the same in every language. */
  readonly about: string | null
  constructor(code: SnapshotCode, message: string, about: string | null = null) {
    super(message)
    this.name = 'SnapshotError'
    this.code = code
    this.about = about
  }
}
