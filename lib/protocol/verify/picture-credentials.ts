/** C2PA credentials as check 2 needs them; every text comes from the file and may say anything. */
export type PictureCredentials = {
  /** Trusted down to the root that was named, whole but somebody else's, or broken. */
  standing: 'trusted' | 'foreign' | 'broken'
  /** Codes of the C2PA specification. */
  failures: readonly string[]
  /** The assertion `verso.recipe`; null in files of others. */
  recipe: Readonly<Record<string, unknown>> | null
  /** Entries of `cawg.training-mining`, null where there are none; left out by a reader that does not look. */
  mining?: Readonly<Record<string, unknown>> | null
}

/**
 * Reads and checks the credentials in a picture.
 * @param root the only certificate that is trusted, in PEM
 * @returns null for a picture without any
 */
export type ReadCredentials = (
  picture: Uint8Array,
  mime: string,
  root: string | null,
) => Promise<PictureCredentials | null>
