import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { judgeLines } from '#lib/protocol/judge-lines.ts'
import type { Result } from '#lib/protocol/result.ts'
import { inEnglish } from '#lib/protocol/said.ts'
import { formatScore } from '#lib/protocol/score-unit.ts'
import { type BundleFiles, filesInArchive, filesInMemory } from '#lib/protocol/verify/bundle-files.ts'
import { readManifest } from '#lib/protocol/verify/check-files.ts'
import { type Core, readCore } from '#lib/protocol/verify/core.ts'
import { startCheck } from '#lib/protocol/verify/report.ts'
import { inspectPicture, type PictureFlags } from './inspect-picture.ts'
import { inspectToken, type TokenFlags } from './inspect-token.ts'
import { loadBundle } from './load-bundle.ts'
import { tokenNameOf } from './token-source.ts'
import { UsageError } from './usage.ts'

/**
 * `verso inspect`: says what is in a bundle without checking it, what a picture tells of itself and what is known of
 * it, or whether a token is what its contract says.
 */
export async function inspectCommand(
  source: string,
  flags: PictureFlags & TokenFlags,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const token = tokenNameOf(source)
  if (token) return inspectToken(token, flags, environment)
  const loaded = await loadBundle(source).catch((error: unknown) => {
    throw new UsageError(`cannot read ${source}: ${error instanceof Error ? error.message : String(error)}`)
  })
  const mime = loaded instanceof Uint8Array ? sniffMime(loaded) : null
  if (loaded instanceof Uint8Array && mime) return inspectPicture({ bytes: loaded, mime }, flags, environment)
  const log = startCheck('0', inEnglish)
  const files = log.attempt(null, () =>
    loaded instanceof Uint8Array ? filesInArchive(loaded) : filesInMemory(loaded),
  )
  const core = files && readManifest(files, log) && (await readCore(files, log, judgeLines))
  const { findings } = log.done()
  if (!files || !core?.rules) {
    process.stderr.write(
      `${findings.map(({ file, message }) => `${file ?? 'bundle'}: ${message}`).join('\n')}\n`,
    )
    return 1
  }
  const facts = factsOf(core, core.rules, files)
  process.stdout.write(flags.json ? `${JSON.stringify(facts, null, 2)}\n` : textOf(facts))
  return 0
}

function factsOf(core: Core, rules: NonNullable<Core['rules']>, { facts }: BundleFiles) {
  const time = (seconds: number) => new Date(seconds * 1000).toISOString()
  const titles = new Map(core.metadata?.map(({ number, title }) => [number, title]))
  const result = core.result
  const scores = new Map(result?.ranking.map(({ number, score }) => [number, formatScore(rules, score)]))
  return {
    title: rules.title,
    brief: rules.brief,
    roundId: core.roundId,
    collection: `${rules.collection} on chain ${rules.chainId}`,
    voting: `${time(rules.opensAt)} to ${time(rules.closesAt)}`,
    snapshot: time(rules.snapshotAt),
    method: `${rules.method}, ${rules.places} places, quorum of ${rules.quorum.value} (${rules.quorum.kind})`,
    candidates: core.candidates?.length ?? null,
    ballots: core.log?.tree.size ?? null,
    posted: core.posted?.length ?? null,
    voids: core.voids?.length ?? null,
    winners:
      result?.winners.map(
        ({ rank, number }) => `${rank}. #${number} ${titles.get(number) ?? ''}, ${scores.get(number) ?? ''}`,
      ) ?? null,
    ...(result && { margin: result.margin === null ? 'none' : formatScore(rules, result.margin) }),
    ...(result?.count && { count: countWords(result.count) }),
    files: facts.size,
    bytes: [...facts.values()].reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** What a count holds besides its scores. */
function countWords(count: NonNullable<Result['count']>): string {
  switch (count.kind) {
    case 'irv':
    case 'stv':
      return `${count.kind}, ${count.rounds.length} rounds`
    case 'quadratic':
      return `${count.overspent.length} ballots spent more credits than their power gives`
    case 'pairwise':
      return `${count.duels} duels`
    case 'score':
      return `1 to ${count.maxScore} points`
  }
}

function textOf(facts: Record<string, unknown>): string {
  const lines = Object.entries(facts).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join('; ') || 'none' : String(value ?? 'unreadable')
    return `${name.padEnd(11)} ${text}`
  })
  return `${lines.join('\n')}\n\nNothing is checked here; run verso verify.\n`
}
