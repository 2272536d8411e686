import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'

/** Everything that the file of a work says of how it came about. */
export type BirthRecord = {
  recipe: Recipe
  creator: { address: Address; name: string }
  /** `c2paRoot`: SHA-256 of the root certificate that the round names; zero for none. */
  round: { id: Bytes32; chainId: number; collection: Address; c2paRoot: Bytes32 }
  title: string
  /** What is to be seen, for those who do not see it. */
  alt: string
  /** Wall time, Unix seconds. */
  madeAt: number
}

/** What credentials are worth: trusted down to a root that the reader named, whole but somebody else's, or broken. */
export type Standing = 'trusted' | 'foreign' | 'broken'

/** C2PA credentials as they were read; every text comes from the file and may say anything. */
export type Credentials = {
  standing: Standing
  /** Codes of the C2PA specification, each once. */
  failures: string[]
  signer: string | null
  generator: string | null
  title: string | null
  /** What the first action says: `c2pa.created` and the like. */
  began: {
    action: string
    sourceType: string | null
    agent: string | null
    agentVersion: string | null
  } | null
  prompt: string | null
  /** The assertion `verso.recipe`; null in files of others. */
  recipe: Record<string, unknown> | null
  /** Entries of `cawg.training-mining`, whether machines may learn from it; null where there are none. */
  mining: Record<string, unknown> | null
  /** SHA-256 of a whole file, 64 hex digits, where the credentials stand beside it. */
  boundTo: string | null
}
