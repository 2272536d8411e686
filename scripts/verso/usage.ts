/** A command line that cannot be carried out; exit code 64. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

export const USAGE = `verso verify <file|folder|url> [--json] [--rpc URL] [--collection ADDR] [--receipt FILE]
  Re-checks a round from its bundle. Anchors are compared over --rpc (default CHAIN_RPC_URL).
  Exit code: 0 green or attested, 1 red, 2 unknown, 64 usage.
verso inspect <file|folder|url> [--json]
  Says what is in a bundle, without checking it.
verso doctor [--json]
  Says what an instance with this environment lacks: database, chain, keys, folder, site, worker.
  Exit code: 0 nothing is missing, 1 something is.
`
