/** A command line that cannot be carried out; exit code 64. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

export const USAGE = `verso verify <file|folder|url> [--json] [--rpc URL [--rpc CHAIN=URL]... | --offline] [--collection ADDR] [--receipt FILE]
  Re-checks a round from its bundle. Anchors are compared over --rpc (default CHAIN_RPC_URL); without one, or with
  --offline, with the headers, receipts and storage that the bundle recorded. Votes of another chain are compared over
  --rpc 10=URL, by its id; a chain that is not asked stays unknown. Pictures, recipes and briefs are checked as far as
  they are in the bundle: without those of the winners (…/bundle?works=winners) the answer is unknown. Credentials in
  pictures are judged by the root that the round names.
  Exit code: 0 green or attested, 1 red, 2 unknown, 64 usage.
verso record <file|folder|url> --out FILE [--rpc URL] [--powers]
  Adds to a bundle what proves its blocks, so that it can be checked without a chain; with --powers also what the
  tokens held, which needs a node that remembers the snapshot. Exit code: 0, or 2 when something cannot be proven.
verso inspect <file|folder|url> [--json]
  Says what is in a bundle, without checking it.
verso inspect <picture|url> [--root FILE] [--sidecar FILE] [--instance URL | --offline] [--json]
  Says what a picture tells of itself: its hash, its C2PA credentials, its XMP. Credentials are checked against the
  root of this instance, or the one in --root; nothing they name is fetched. Then asks an instance (default
  PUBLIC_URL) by hashes alone whether it hangs there: as this file, by its pixels, or one like it.
  Exit code: 0 whole and known, by its signer or to the instance, 1 broken or a contradiction, 2 unknown, 64 usage.
verso inspect <address of a token's page> | <collection>/<token id> [--rpc URL] [--gateway URL | --instance URL] [--json]
  Follows a token from the 32 bytes on chain to token.json, to the picture, and to its credentials below the root that
  its round named. Only the node and the server that were named are asked.
  Exit code: 0 whole, 1 something is not as it says, 2 something could not be looked at, 64 usage.
verso credentials [rotate] [--json]
  Says which root vouches for this instance's pictures; with rotate it gets a new signer below it.
verso watch <url> [--round ID] [--rpc URL] [--collection ADDR] [--receipt FILE]... [--state FILE]
            [--every SECONDS] [--once] [--json] [--evidence DIR]
  Follows the rounds of a running instance and says what an operator is caught at, with the call that freezes the
  round. Reads only, and needs no key. --state remembers between runs; --evidence is where proofs are written.
  Exit code: 0 all well, 1 fraud found, 2 with --once something is withheld or does not answer, 64 usage.
verso snapshot <file|folder>... [--json]
verso snapshot <proposal id> --url <hub's GraphQL> [--json]
  Counts a closed Snapshot proposal again, as Snapshot does and exactly, and says where the two part. Reads proposal
  and votes as GraphQL answers them, in one file or in pages.
  Exit code: 0 published scores = Snapshot's count, 1 not, 2 it cannot be said, 64 usage.
verso provider check <url> [--key-file FILE] [--kind comfyui|cog|openai-images|aihorde|replicate|fal] [--model NAME]
                     [--price USD] [--render [--yes-spend] [--out FILE]] [--json]
  Says what answers at an address, whether the key works there and which models it has. The key is read from a file or
  from VERSO_PROVIDER_KEY, and goes out only once it is known who is there. --render makes one picture; where that
  costs money, only with --yes-spend.
  Exit code: 0 it works, 1 it does not, 2 nothing that is known answers, 3 a picture would cost money, 64 usage.
verso collect [--delete] [--even-most] [--json]
  Counts what is stored, and what of it no row of the database names. With --delete what nobody stored for a week goes,
  as it does each night; where that is most of the store, only with --even-most.
  Exit code: 0, 1 when so much was to go that nothing went, 64 usage.
verso doctor [--json]
  Says what an instance with this environment lacks: database, chain, keys, folder, site, worker.
  Exit code: 0 nothing is missing, 1 something is.
`
