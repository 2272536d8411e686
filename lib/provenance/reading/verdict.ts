import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import { type Difference, differencesFrom, type RecordedWork } from './against-record.ts'

/** Whose word the root is: the round's, whose rules name it, or the instance's alone. */
export type RootOf = 'round' | 'instance'

export type JudgedCredentials = {
  credentials: Credentials
  root: RootOf
  /** Of those signed below the root; others are not held against the record. */
  differences: Difference[]
}

/** Credentials that were read, against the record of the work. */
export const judged = (
  credentials: Credentials,
  root: RootOf,
  recorded: RecordedWork,
): JudgedCredentials => ({
  credentials,
  root,
  differences: credentials.standing === 'trusted' ? differencesFrom(credentials, recorded) : [],
})

/** Somebody else's signature over a claim to be of this round is a forgery, where the round says who signs. */
export const isForged = ({ credentials, root }: JudgedCredentials, roundId: Bytes32): boolean =>
  root === 'round' && credentials.standing === 'foreign' && credentials.recipe?.round === roundId

/** Green only what is whole, agrees, and is signed below the root that the round names. */
export function credentialsVerdict(
  read: JudgedCredentials,
  roundId: Bytes32,
): 'checked' | 'broken' | 'attested' {
  const { credentials, root, differences } = read
  if (credentials.standing === 'broken' || differences.length > 0 || isForged(read, roundId)) return 'broken'
  return credentials.standing === 'trusted' && root === 'round' ? 'checked' : 'attested'
}
