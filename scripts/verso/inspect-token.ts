import { rpcReader } from './chain-reader.ts'
import { type CheckedToken, checkToken, type TokenFinding } from './check-token.ts'
import { boundedFetch, fetchFrom, serverAt } from './picture-source.ts'
import { homeRpc } from './rpc-flags.ts'
import { tame } from './tame.ts'
import { collectionOf, type TokenName } from './token-source.ts'
import { UsageError } from './usage.ts'
import { Unanswered } from './watch/ask.ts'

export type TokenFlags = {
  json?: boolean
  rpc?: string[] | undefined
  instance?: string
  gateway?: string
}

type Servers = { rpc: URL; files: URL; isOwnWord: boolean }

function serversFor(name: TokenName, flags: TokenFlags, environment: NodeJS.ProcessEnv): Servers {
  const page = name.kind === 'page' ? name.instance : null
  const given = homeRpc(flags.rpc) ?? (environment.CHAIN_RPC_URL || undefined)
  if (!given && !page) throw new UsageError('a token is looked up on a chain: name a node with --rpc')
  const rpc = given ? serverAt('--rpc', given) : new URL('/rpc', page ?? undefined)
  const instance = flags.instance ?? (environment.PUBLIC_URL || undefined)
  const files = flags.gateway
    ? serverAt('--gateway', flags.gateway)
    : (page ?? (instance ? serverAt('--instance', instance) : null))
  if (!files) throw new UsageError('its files are had from a server: name one with --gateway or --instance')
  return { rpc, files, isOwnWord: !given }
}

const MARKS: Record<TokenFinding['is'], string> = {
  whole: 'whole',
  word: 'said',
  unknown: 'unknown',
  broken: 'BROKEN',
}

function exitOf({ findings }: CheckedToken): number {
  if (findings.some(({ is }) => is === 'broken')) return 1
  return findings.some(({ is }) => is === 'unknown') ? 2 : 0
}

const unanswered = (about: TokenFinding['about'], says: string): CheckedToken => ({
  digest: null,
  document: null,
  credentials: null,
  findings: [{ about, is: 'unknown', says }],
})

async function checked(name: TokenName, { rpc, files }: Servers): Promise<CheckedToken> {
  try {
    const { tokenId } = name
    const collection =
      name.kind === 'contract' ? name.collection : await collectionOf(name.instance, name.community)
    return await checkToken({
      collection,
      tokenId,
      chain: rpcReader(rpc.href, boundedFetch),
      fetchContent: (cid, maxBytes) => fetchFrom(files, `/ipfs/${encodeURIComponent(cid)}`, maxBytes),
    })
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
    return unanswered('chain', `The instance ${error.message}.`)
  }
}

/**
 * Follows a minted token from the chain to its picture and credentials. Only the node and the server that were named
 * are asked.
 * @returns exit code: 0 whole; 1 something is not as it says; 2 something could not be looked at
 */
export async function inspectToken(
  name: TokenName,
  flags: TokenFlags,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const servers = serversFor(name, flags, environment)
  const found = await checked(name, servers)
  const asked = { node: servers.rpc.origin, files: servers.files.origin }
  const lines = found.findings.map(
    ({ about, is, says }) => `${MARKS[is].padEnd(8)} ${about.padEnd(12)} ${tame(says)}`,
  )
  const own = 'The chain was asked through the instance itself; name a node of your own with --rpc.'
  const text = [
    `node ${asked.node}, files ${asked.files}`,
    '',
    ...lines,
    '',
    ...(servers.isOwnWord ? [own, ''] : []),
  ]
  process.stdout.write(
    flags.json ? `${JSON.stringify({ asked, ...found }, null, 2)}\n` : `${text.join('\n')}`,
  )
  return exitOf(found)
}
