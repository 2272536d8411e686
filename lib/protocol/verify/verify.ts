import { sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { judgeLines, type LineJudge } from '#lib/protocol/judge-lines.ts'
import { MANIFEST } from '#lib/protocol/manifest.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { inEnglish } from '#lib/protocol/said.ts'
import { momentsOf } from '#lib/protocol/strategy.ts'
import { filesInArchive, filesInMemory } from './bundle-files.ts'
import type { ChainReader } from './chain-reader.ts'
import { checkBallots } from './check-ballots.ts'
import { checkCandidates } from './check-candidates.ts'
import { checkManifest, readManifest } from './check-files.ts'
import { checkLicence } from './check-licence.ts'
import { checkLog } from './check-log.ts'
import { checkOutcome } from './check-outcome.ts'
import { checkPowers } from './check-powers.ts'
import { checkResult } from './check-result.ts'
import { checkRules } from './check-rules.ts'
import { checkTokens } from './check-tokens.ts'
import { checkWorks } from './check-works.ts'
import type { ChainView, CheckContext } from './context.ts'
import { type Core, readCore } from './core.ts'
import type { ReadCredentials } from './picture-credentials.ts'
import { proveBlocks, recordedView } from './recorded-view.ts'
import { restOnRecords } from './recorded-wallets.ts'
import {
  absentCheck,
  type CheckId,
  type CheckLog,
  type CheckReport,
  exitCodeOf,
  type Report,
  type Say,
  startCheck,
  worstOf,
} from './report.ts'
import type { SeenWorks } from './seen-works.ts'
import { blocksOf, informativeOf, trustOf } from './trust.ts'

export type VerifyOptions = {
  /** Reads of the home chain; without one, everything that an anchor has to confirm is unknown. */
  chain?: ChainReader
  /** Reads of other chains that votes are read on, by id; a chain that is not asked stays unknown. */
  chainFor?: (chainId: number) => ChainReader | null
  /** The collection that the reader already knows, lower case. */
  collection?: Address
  /** Receipts to look for in the sealed log. */
  receipts?: readonly Receipt[]
  /** Reads C2PA credentials; without it those in pictures are not judged. */
  credentials?: ReadCredentials
  /** Who judges the lines of the log; this thread, unless a pool of threads is given. */
  judge?: LineJudge
  /** Says summaries, findings and what is still trusted; in English unless another language is given. */
  say?: Say
  /** Told as each check begins; the ballots are judged while the files are read. */
  progress?: (check: CheckId) => void
}

/**
 * Checks a bundle (PROTOCOL 9): all of them but 10. Never throws for a bad bundle; whatever is
 * wrong with it is a red finding that names the record.
 * @param bundle its files by path, or the bytes of bundle.zip
 */
export async function verifyBundle(
  bundle: ReadonlyMap<string, Uint8Array> | Uint8Array,
  options: VerifyOptions = {},
): Promise<Report> {
  const { progress = () => {}, say = inEnglish } = options
  progress('0')
  const log = startCheck('0', say)
  const files = log.attempt(null, () =>
    bundle instanceof Uint8Array ? filesInArchive(bundle) : filesInMemory(bundle),
  )
  const manifest = files && readManifest(files, log)
  if (!files || !manifest) return refusedReport(log)
  progress('4')
  const core = await readCore(files, log, options.judge ?? judgeLines)
  checkManifest(files, manifest, log)
  const proven = proveBlocks(log, core)
  const chainLog = startCheck('1', say)
  const chain = options.chain
    ? await viewChain(chainLog, options.chain, core)
    : recordedView(chainLog, core, proven)
  const context: CheckContext = {
    core,
    chain,
    chains: await otherChains(chainLog, core, options.chainFor),
    collection: options.collection ?? null,
    receipts: options.receipts ?? [],
    credentials: options.credentials ?? null,
    say,
  }
  const found = await runChecks(context, log.done('{size} files', { size: files.facts.size }), {
    roundId: manifest.roundId,
    chain: chainLog.done(),
    progress,
  })
  return reportOf(context, found, options)
}

async function runChecks(
  context: CheckContext,
  files: CheckReport,
  extra: { roundId: `0x${string}`; chain: CheckReport; progress: (check: CheckId) => void },
): Promise<{ checks: CheckReport[]; seen: SeenWorks; contractWallets: Report['contractWallets'] }> {
  const { progress } = extra
  progress('1')
  const rules = merge(checkRules(context, extra.roundId), extra.chain)
  progress('2')
  const { report: works, seen } = await checkWorks(context)
  progress('3')
  const candidates = checkCandidates(context)
  const ballots = await checkBallots(context)
  progress('5')
  const log = await checkLog(context)
  progress('6')
  const powers = await checkPowers(context, ballots.set)
  progress('7')
  const result = await checkResult(context, ballots.set)
  progress('7b')
  const outcome = checkOutcome(context, result.recount)
  progress('8')
  const tokens = await checkTokens(context)
  progress('9')
  const checks = [
    files,
    rules,
    works,
    candidates,
    ballots.report,
    log,
    powers,
    result.report,
    outcome,
    tokens,
    checkLicence(context, seen),
    absentCheck('10', context.say),
  ]
  return { checks, seen, contractWallets: restOnRecords(context, ballots, result.recount) }
}

/** Reads the round from the home chain; null when there is nothing to compare with. */
async function viewChain(log: CheckLog, reader: ChainReader, core: Core): Promise<ChainView | null> {
  const { rules, roundId, evidence } = core
  if (!rules || !roundId || !evidence) return null
  const chainId = await log.read(null, reader.chainId())
  if (chainId === null) return null
  if (chainId !== rules.chainId) {
    log.unknown(null, 'other-chain', 'the round lives on chain {home}, but chain {chainId} answered', {
      home: rules.chainId,
      chainId,
    })
    return null
  }
  const found = await log.read(
    null,
    reader.round(rules.collection, roundId).then((facts) => ({ facts })),
  )
  if (!found) return null
  if (!found.facts) {
    const place = { file: 'rules.json', field: 'collection' }
    log.red(place, 'round-unknown', 'the collection {collection} never opened this round', {
      collection: rules.collection,
    })
    return null
  }
  const fromBlock = evidence.opening.anchor.blockNumber
  const events = await log.read(null, reader.events(rules.collection, roundId, fromBlock))
  return events && { reader, block: reader.block, stateRoot: () => null, facts: found.facts, events }
}

/** The other chains that answer under their ids. */
async function otherChains(log: CheckLog, { rules }: Core, chainFor: VerifyOptions['chainFor']) {
  const found = new Map<number, ChainReader>()
  const named = new Set(rules ? momentsOf(rules).map(({ chainId }) => chainId) : [])
  for (const id of named) {
    const reader = id === rules?.chainId ? null : (chainFor?.(id) ?? null)
    if (!reader) continue
    const answer = await log.read(null, reader.chainId())
    if (answer === id) found.set(id, reader)
    else if (answer !== null)
      log.unknown(null, 'other-chain', 'chain {answer} answered for chain {id}', { answer, id })
  }
  return found
}

function merge(check: CheckReport, extra: CheckReport): CheckReport {
  const findings = [...extra.findings, ...check.findings]
  return { ...check, findings, colour: worstOf([check.colour, extra.colour]) }
}

function reportOf(
  context: CheckContext,
  { checks, seen, contractWallets }: Awaited<ReturnType<typeof runChecks>>,
  options: VerifyOptions,
): Report {
  const { rules, roundId, files, result, metadata } = context.core
  const colour = worstOf(checks.map((check) => check.colour))
  const manifest = files.get(MANIFEST)
  const titles = new Map(metadata?.map(({ number, title }) => [number, title]))
  const blocks = blocksOf(context)
  return {
    protocol: 'verso/1',
    roundId,
    title: rules?.title ?? null,
    colour,
    exitCode: exitCodeOf(colour),
    checks,
    bundleDigest: manifest ? sha256Bytes32(manifest) : null,
    winners: (result?.winners ?? []).map((row) => ({ ...row, title: titles.get(row.number) ?? '' })),
    blocks,
    informative: informativeOf(context, seen),
    trust: trustOf(context, seen, options.chain !== undefined),
    contractWallets,
  }
}

/** The report of something that is no bundle, or one of a protocol that this verifier does not know. */
function refusedReport(log: CheckLog): Report {
  const check = log.done('this is no bundle that can be checked')
  return {
    protocol: 'verso/1',
    roundId: null,
    title: null,
    colour: 'red',
    exitCode: 1,
    checks: [{ ...check, colour: 'red' }],
    bundleDigest: null,
    winners: [],
    blocks: [],
    informative: [],
    trust: [],
    contractWallets: { ballots: 0, power: '0', winnersChange: false },
  }
}
