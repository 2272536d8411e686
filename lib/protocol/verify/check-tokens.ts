import { fileHashOf, sha256Bytes32 } from '#lib/protocol/bytes.ts'
import type { Candidate } from '#lib/protocol/candidates.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { tokenPath, workPath } from '#lib/protocol/manifest.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import type { WinnerRow } from '#lib/protocol/winners.ts'
import type { ChainReader } from './chain-reader.ts'
import {
  attestWhole,
  type ChainView,
  type CheckContext,
  chainOf,
  compare,
  compareLists,
  needs,
} from './context.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

/** Check 8: what is minted is what was won, and the pictures are the ones that were voted on. */
export async function checkTokens(context: CheckContext): Promise<CheckReport> {
  const log = startCheck('8')
  const core = needs(context, log, ['rules', 'candidates', 'winners', 'evidence'])
  if (!core) return log.done('the tokens cannot be checked')
  const { rules, candidates, winners, evidence, files } = { ...core, files: context.core.files }
  for (const [index, winner] of winners.entries()) {
    const document = files.get(tokenPath(winner.rank))
    const place = { file: 'winners.jsonl', line: index + 1, field: 'tokenDigest' }
    const digest = document ? sha256Bytes32(document) : 'no document'
    compare(log, place, 'token-digest', {
      what: 'tokenDigest',
      here: winner.tokenDigest,
      there: digest,
      source: 'token.json',
    })
    const candidate = candidates.find(({ number }) => number === winner.number)
    if (candidate) await checkPicture(log, context, candidate)
    else log.red({ ...place, field: 'number' }, 'token-candidate', `there is no candidate #${winner.number}`)
  }
  const chain = chainOf(context, log)
  const minted = chain ? await compareWithChain(log, chain, { context, rules, winners, evidence }) : null
  const state = minted === null ? '' : `, ${minted} minted`
  return log.done(`${winners.length} winners${state}`)
}

async function checkPicture(log: CheckLog, { core }: CheckContext, candidate: Candidate): Promise<void> {
  const file = workPath(candidate.contentHash)
  const picture = core.files.get(file)
  if (!picture) {
    log.unknown({ file }, 'needs-file', `the picture of #${candidate.number} is not in this bundle`)
    return
  }
  const place = { file: 'candidates.jsonl', line: candidate.number }
  const bytes = 'the picture'
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
      log.red(null, 'token-foreign', `mint ${index + 1} has rank ${mint.rank}, which nobody won`)
      continue
    }
    for (const field of ['number', 'tokenDigest', 'recipient'] as const)
      compare(log, { file: 'winners.jsonl', line: line + 1, field }, 'token-differs', {
        what: field,
        here: winner[field],
        there: mint[field],
        source: 'the mint',
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
    log.red(place, 'token-missing', `token ${tokenId} is said to be minted, but is not there`)
    return
  }
  const source = 'the token'
  compare(log, place, 'token-digest', {
    what: 'the digest',
    here: winner.tokenDigest,
    there: answer.found.digest,
    source,
  })
  const uri = `ipfs://${rawCidOf(winner.tokenDigest)}`
  compare(log, place, 'token-uri', { what: 'the URI', here: uri, there: answer.found.uri, source })
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
