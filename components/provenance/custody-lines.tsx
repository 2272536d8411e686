import Link from 'next/link'
import { workHref } from '#components/art/work-address.ts'
import { ordinal, places, unplaced } from '#components/rounds/result-words.ts'
import { plural } from '#components/rounds/round-words.ts'
import { formatMoment } from '#components/ui/moment.ts'
import type { WorkView } from '#lib/candidates/schema.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { formatScore } from '#lib/protocol/score-unit.ts'
import type { ResultView, RoundView } from '#lib/rounds/schema.ts'
import type { AwaitedLine } from './verso-custody.tsx'
import type { TokenFacts } from './work-facts.ts'

export type LineSource = {
  round: RoundView & { roundId: Bytes32 }
  work: WorkView
  result: ResultView | null
  token: TokenFacts | null
  /** Counted again in this browser, or too large for that here. */
  recounts: boolean
}

const QUOTED = 180
const bare = (hash: string) => hash.replace(/^sha256:/, '')
const cut = (text: string) => (text.length > QUOTED ? `${text.slice(0, QUOTED).trimEnd()}…` : text)
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const partPath = ({ round, work }: LineSource, part: 'brief' | 'recipe' | 'metadata') =>
  `/api/v1/rounds/${round.roundId}/works/${bare(work.contentHash)}/${part}`

function briefLine(source: LineSource): AwaitedLine {
  const { brief, creatorName } = source.work
  const signed = formatMoment(brief.acceptedAt * 1000, { year: true, short: true, time: false })
  return {
    name: 'Brief',
    checks: true,
    verdict: 'todo',
    text: `${creatorName} asked for “${cut(brief.message.prompt)}”.`,
    hash: { value: brief.digest, algorithm: 'eip-712', opens: partPath(source, 'brief') },
    by: { text: `signed ${signed}`, signed: true },
  }
}

/** Of what a variation varies, what was moved, and that its creator signed for it. */
function parentLines({ work }: LineSource): AwaitedLine[] {
  const [hash] = work.recipe.parents
  if (!hash) return []
  const parent = work.parents.find(({ contentHash }) => contentHash === hash)
  const moved = work.recipe.traits.find(({ name }) => name === 'Variation')?.value
  return [
    {
      name: 'Parent',
      checks: true,
      verdict: 'todo',
      text: (
        <>
          A variation of{' '}
          {parent ? (
            <Link href={workHref(parent.roundSlug, parent)} className="link">
              {parent.title}
            </Link>
          ) : (
            'a work that does not hang here'
          )}
          {parent && `, by ${parent.creatorName}`}
          {moved && `; moved: ${moved}`}.
        </>
      ),
      hash: { value: bare(hash), algorithm: 'sha256', ...(parent && { opens: `/works/${bare(hash)}` }) },
      by: { text: 'named in the signed brief', signed: true },
    },
  ]
}

function recipeLine(source: LineSource): AwaitedLine {
  const { recipe, recipeHash } = source.work
  const { model, seed, traits, parents } = recipe
  const traited = traits.length > 0 ? `, ${plural(traits.length, 'trait')}` : ''
  const family = parents.length === 0 ? 'No parent' : plural(parents.length, 'parent')
  return {
    name: 'Recipe',
    checks: true,
    verdict: 'todo',
    text: `${model.id} ${model.version}, seed ${seed}${traited}. ${family}.`,
    hash: { value: bare(recipeHash), algorithm: 'sha256', opens: partPath(source, 'recipe') },
  }
}

function modelLine({ work }: LineSource): AwaitedLine {
  const { execution, recipe, pixelHash } = work
  const own = execution.provider === 'procedural'
  const { worker } = execution.facts
  const weights = recipe.model.weightsHash
    ? 'The recipe names the hash of its weights.'
    : own
      ? 'Rules written by hand, no training data: who draws it again gets the same pixels.'
      : worker === undefined
        ? 'The maker publishes no hash of its weights; what it was trained on is not known.'
        : `Rendered by a volunteer’s GPU, “${worker}”. Its weights were not observed; what they were trained on is not known.`
  return {
    name: 'Model',
    checks: false,
    verdict: 'attested',
    text: `The worker says that these pixels came from this recipe. ${weights}`,
    hash: { value: bare(pixelHash), algorithm: 'pixels' },
    by: { text: own ? 'word of this server' : `word of ${execution.provider}`, signed: false },
  }
}

const FORMAT: Record<string, string> = { 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP' }

function pictureLine({ work, round }: LineSource): AwaitedLine {
  const { width, height, mime, contentHash, src } = work
  const fixed = round.chain.opened ? 'voted on' : 'admitted'
  return {
    name: 'Picture',
    checks: true,
    verdict: 'todo',
    text: `${width} × ${height} px, ${FORMAT[mime] ?? mime}. The bytes shown here are the bytes ${fixed}.`,
    hash: { value: bare(contentHash), algorithm: 'sha256', opens: src },
  }
}

function metadataLine(source: LineSource): AwaitedLine {
  const { metadata, metadataHash } = source.work
  return {
    name: 'Metadata',
    checks: true,
    verdict: 'todo',
    text: `Title, description and ${plural(metadata.traits.length, 'trait')}, as they were admitted.`,
    hash: { value: bare(metadataHash), algorithm: 'sha256', opens: partPath(source, 'metadata') },
  }
}

function gatesLine({ work, round }: LineSource): AwaitedLine {
  const { verdicts } = work
  const passed = verdicts.filter((verdict) => verdict.passed).length
  return {
    name: 'Gates',
    checks: false,
    verdict: 'attested',
    text: (
      <>
        {passed} of {round.rules.gates.length} passed, by rules that anyone can run again.
        <details>
          <summary className="link inline-block max-band:py-2">What each found</summary>
          <ul className="mt-1 grid gap-1">
            {verdicts.map(({ gate, version, finding }) => (
              <li key={gate}>
                <span className="type-mono">
                  {gate} {version}
                </span>{' '}
                {finding}
              </li>
            ))}
          </ul>
        </details>
      </>
    ),
    by: { text: 'word of this server', signed: false },
  }
}

function postedOf({ chain }: RoundView): string {
  if (chain.postedCount === 0) return ''
  return ` ${chain.postedCount.toLocaleString('en')} more came by the chain.`
}

function ballotsLine({ round, work, result, recounts }: LineSource): AwaitedLine {
  const ranked = result?.result.ranking.find(({ number }) => number === work.number)
  if (!result || !ranked)
    return {
      name: 'Ballots',
      checks: false,
      verdict: 'todo',
      text:
        round.now < round.closesAt
          ? `Closed until ${formatMoment(round.closesAt * 1000, { weekday: true })}. Nobody sees them before.`
          : 'Voting is closed. They are published with the count.',
    }
  const { turnout } = result.result
  const { anchored } = round.chain
  const chose = `${ranked.supporters.toLocaleString('en')} of ${plural(turnout.voters, 'voter')}, ${formatScore(round.rules, ranked.score)}.`
  return {
    name: 'Ballots',
    checks: recounts,
    verdict: 'unknown',
    text: `${chose} ${anchored ? `All ${plural(anchored.size, 'ballot')} are in the sealed log.` : 'The log was sealed empty.'}${postedOf(round)}`,
    ...(anchored && {
      hash: { value: anchored.root, algorithm: 'log', opens: `/api/v1/rounds/${round.roundId}/log/heads` },
    }),
    ...(ranked.supporters > 0 && {
      by: { text: `signed by ${plural(ranked.supporters, 'voter')}`, signed: true },
    }),
  }
}

function standingOf({ result, work, round }: LineSource): string {
  const outcome = result?.result
  const index = outcome?.ranking.findIndex(({ number }) => number === work.number) ?? -1
  const ranked = outcome?.ranking[index]
  if (!outcome || !ranked) return 'Not counted yet.'
  const chosen = outcome.winners.find(({ number }) => number === work.number)
  if (chosen)
    return `${ordinal(chosen.rank)} of ${lower(places(round.places))}, with ${formatScore(round.rules, ranked.score)}.`
  if (ranked.place === null) return unplaced(round.rules)
  return `Number ${index + 1} of ${plural(outcome.ranking.length, 'work')}, with ${formatScore(round.rules, ranked.score)}: not chosen.`
}

function resultLine(source: LineSource): AwaitedLine {
  const { result, recounts, round } = source
  if (!result)
    return { name: 'Result', checks: false, verdict: 'todo', text: 'There is none before the count.' }
  return {
    name: 'Result',
    checks: recounts,
    verdict: 'unknown',
    text: standingOf(source),
    hash: {
      value: result.resultHash,
      algorithm: 'sha256',
      opens: `/ipfs/${rawCidOf(result.resultHash)}`,
    },
    by: result.anchored
      ? { text: 'closed by the director', signed: true }
      : { text: round.state === 'cancelled' ? 'never closed' : 'not closed yet', signed: false },
  }
}

function tokenLines({ result, work, token }: LineSource): AwaitedLine[] {
  if (token)
    return [
      {
        name: 'Token',
        checks: true,
        verdict: 'todo',
        text: `Minted in block ${token.block}. Its address on chain is the hash of its record.`,
        hash: { value: token.tokenDigest, algorithm: 'sha256', opens: token.path },
        by: { text: `minted in block ${token.block}`, signed: true },
      },
    ]
  const chosen = result?.result.winners.some(({ number }) => number === work.number) ?? true
  const text = result ? 'Chosen, and not minted yet.' : 'Minted only if the round chooses it.'
  return chosen ? [{ name: 'Token', checks: false, verdict: 'todo', text }] : []
}

const percent = (bps: number) => `${(bps / 100).toLocaleString('en', { maximumFractionDigits: 2 })} %`

function licenceLine({ round }: LineSource): AwaitedLine {
  const { licence, royalty }: Pick<Rules, 'licence' | 'royalty'> = round.rules
  const known = LICENCES.find(({ id }) => id === licence.id)
  return {
    name: 'Licence',
    checks: true,
    verdict: 'todo',
    text: `${known?.name ?? licence.id}, the same in brief, recipe, metadata and rules. Royalty ${percent(royalty.bps)}.`,
    hash: { value: bare(licence.textHash), algorithm: 'sha256', ...(known && { opens: known.url }) },
  }
}

/** The chain of custody of a work as far as it reaches today, before this browser has checked it. */
export function custodyLines(source: LineSource): AwaitedLine[] {
  return [
    briefLine(source),
    ...parentLines(source),
    recipeLine(source),
    modelLine(source),
    pictureLine(source),
    metadataLine(source),
    gatesLine(source),
    ballotsLine(source),
    resultLine(source),
    ...tokenLines(source),
    licenceLine(source),
  ]
}
