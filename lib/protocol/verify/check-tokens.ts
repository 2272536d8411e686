import { fileHashOf, sha256Bytes32 } from '#lib/protocol/bytes.ts'
import type { Candidate } from '#lib/protocol/candidates.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { tokenPath, workPath } from '#lib/protocol/manifest.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { said } from '#lib/protocol/said.ts'
import type { WinnerRow } from '#lib/protocol/winners.ts'
import type { ChainReader } from './chain-reader.ts'
import {
  attestWhole,
  type ChainView,
  type CheckContext,
  chainOf,
  compare,
  compareLists,
  DIFFERS,
  needs,
} from './context.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

/** Check 8: what is minted is what was won, and the pictures are the ones that were voted on. */
export async function checkTokens(context: CheckContext): Promise<CheckReport> {
  const log = startCheck('8', context.say)
  const core = needs(context, log, ['rules', 'candidates', 'winners', 'evidence'])
  if (!core) return log.done('the tokens cannot be checked')
  const { rules, candidates, winners, evidence, files } = { ...core, files: context.core.files }
  for (const [index, winner] of winners.entries()) {
    const document = files.get(tokenPath(winner.rank))
    const place = { file: 'winners.jsonl', line: index + 1, field: 'tokenDigest' }
    const pair = { what: 'tokenDigest', here: winner.tokenDigest, source: 'token.json' }
    if (document) compare(log, place, 'token-digest', { ...pair, there: sha256Bytes32(document) })
    else log.red(place, 'token-digest', DIFFERS, { ...pair, there: said('no document') })
    const candidate = candidates.find(({ number }) => number === winner.number)
    if (candidate) await checkPicture(log, context, candidate)
    else
      log.red({ ...place, field: 'number' }, 'token-candidate', 'there is no candidate #{number}', {
        number: winner.number,
      })
  }
  const chain = chainOf(context, log)
  const minted = chain ? await compareWithChain(log, chain, { context, rules, winners, evidence }) : null
  if (minted === null) return log.done('{winners} winners', { winners: winners.length })
  return log.done('{winners} winners, {minted} minted', { winners: winners.length, minted })
}

async function checkPicture(log: CheckLog, { core }: CheckContext, candidate: Candidate): Promise<void> {
  const file = workPath(candidate.contentHash)
  const picture = core.files.get(file)
  if (!picture) {
    log.unknown({ file }, 'needs-file', 'the picture of #{number} is not in this bundle', {
      number: candidate.number,
    })
    return
  }
  const place = { file: 'candidates.jsonl', line: candidate.number }
  const bytes = said('the picture')
  const { contentHash, contentCid } = candidate
  const hash = fileHashOf(picture)
  compare(log, { ...place, field: 'contentHash' }, 'content-hash', {
    what: 'contentHash',
    here: contentHash,
    there: hash,
    source: bytes,
  })
  const cid = await contentCidOf(picture)
  compare(log, { ...place, field: 'contentCid' }, 'content-cid', {
    what: 'contentCid',
    here: contentCid,
    there: cid,
    source: bytes,
  })
}

type TokensCore = { context: CheckContext; winners: readonly WinnerRow[] } & {
  [K in 'rules' | 'evidence']: NonNullable<CheckContext['core'][K]>
}

async function compareWithChain(log: CheckLog, chain: ChainView, tokens: TokensCore): Promise<number> {
  const { context, rules, winners, evidence } = tokens
  const { events, reader } = chain
  attestWhole(chain, log)
  const mints = events.minted.toSorted((a, b) => a.rank - b.rank)
  for (const [index, mint] of mints.entries()) {
    const line = winners.findIndex(({ rank }) => rank === mint.rank)
    const winner = winners[line]
    if (!winner) {
      log.red(null, 'token-foreign', 'mint {place} has rank {rank}, which nobody won', {
        place: index + 1,
        rank: mint.rank,
      })
      continue
    }
    for (const field of ['number', 'tokenDigest', 'recipient'] as const)
      compare(log, { file: 'winners.jsonl', line: line + 1, field }, 'token-differs', {
        what: field,
        here: winner[field],
        there: mint[field],
        source: said('the mint'),
      })
    if (!reader) continue
    await compareToken(log, reader, {
      line: line + 1,
      winner,
      rules,
      roundIndex: evidence.opening.roundIndex,
    })
  }
  if (context.core.mints) compareMints(log, context.core.mints, mints, evidence.opening.roundIndex)
  return mints.length
}

async function compareToken(
  log: CheckLog,
  reader: ChainReader,
  token: { line: number; winner: WinnerRow; rules: TokensCore['rules']; roundIndex: number },
): Promise<void> {
  const { line, winner, rules, roundIndex } = token
  const place = { file: 'winners.jsonl', line, field: 'tokenDigest' }
  const tokenId = tokenIdOf(roundIndex, winner.rank)
  const answer = await log.read(
    place,
    reader.token(rules.collection, tokenId).then((found) => ({ found })),
  )
  if (!answer) return
  if (!answer.found) {
    log.red(place, 'token-missing', 'token {tokenId} is said to be minted, but is not there', { tokenId })
    return
  }
  const source = said('the token')
  compare(log, place, 'token-digest', {
    what: said('the digest'),
    here: winner.tokenDigest,
    there: answer.found.digest,
    source,
  })
  const uri = `ipfs://${rawCidOf(winner.tokenDigest)}`
  compare(log, place, 'token-uri', { what: said('the URI'), here: uri, there: answer.found.uri, source })
}

function compareMints(
  log: CheckLog,
  here: NonNullable<CheckContext['core']['mints']>,
  events: ChainView['events']['minted'],
  roundIndex: number,
): void {
  const there = events.map((mint) =>
    canonicalText({ ...mint, tokenId: String(tokenIdOf(roundIndex, mint.rank)) }),
  )
  compareLists(log, here.map(canonicalText), there, (index) => ({
    file: 'after/tokens.jsonl',
    line: index + 1,
  }))
}
