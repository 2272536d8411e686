/**
 * Stands in for `@adraffy/ens-normalize`, 25 KB of tables that come with RainbowKit: accounts are shown by address here,
 * and no name of ENS is ever looked up. RainbowKit takes a name that cannot be normalised for none.
 */
export function ens_normalize(name: string): never {
  throw new Error(`names of ENS are not read here: ${name}`)
}
