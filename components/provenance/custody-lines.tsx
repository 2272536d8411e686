import { workHref } from '#components/art/work-address.ts'
import { ordinal, places, unplaced } from '#components/rounds/result-words.ts'
import { Link } from '#components/ui/link.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { shorten } from '#components/ui/shorten.ts'
import type { WorkView } from '#lib/candidates/schema.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import { isDeclared, UNDECLARED } from '#lib/protocol/brief-work.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import { type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { formatScore } from '#lib/protocol/score-unit.ts'
import type { ResultView, RoundView } from '#lib/rounds/schema.ts'
import { found } from '#messages/critique/findings.ts'
import * as words from '#messages/provenance/custody-lines.tsx'
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

const partPath = ({ round, work }: LineSource, part: 'brief' | 'recipe' | 'metadata') =>
  `/api/v1/rounds/${round.roundId}/works/${bare(work.contentHash)}/${part}`

/** Words that are sealed are named by their seal; those that were revealed, by both. */
function askedFor({ work: { brief, creatorName, recipe } }: LineSource): string {
  const said = isDeclared(recipe) ? words.brought : words.asked
  const { message, words: revealed } = brief
  if (!isSealed(message)) return said(creatorName, cut(message.prompt))
  const seal = shorten(message.prompt.slice('Prompt: sha256:'.length))
  return revealed
    ? `${said(creatorName, cut(revealed.text))} ${words.wasSealed(seal)}`
    : words.keptPrivate(creatorName, seal)
}

function briefLine(source: LineSource): AwaitedLine {
  const { brief } = source.work
  const signed = formatMoment(brief.acceptedAt * 1000, { year: true, short: true, time: false })
  return {
    name: 'Brief',
    checks: true,
    verdict: 'todo',
    text: askedFor(source),
    hash: { value: brief.digest, algorithm: 'eip-712', opens: partPath(source, 'brief') },
    by: { text: words.signedOn(signed), signed: true },
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
      text: words.variation(
        parent && {
          title: (
            <Link href={workHref(parent.roundSlug, parent)} className="link">
              {parent.title}
            </Link>
          ),
          creator: parent.creatorName,
        },
        moved,
      ),
      hash: { value: bare(hash), algorithm: 'sha256', ...(parent && { opens: `/works/${bare(hash)}` }) },
      by: { text: words.namedInBrief, signed: true },
    },
  ]
}

/** What the recipe of a finished work holds: its creator's word, and no seed of ours. */
function declaredRecipe(
  { work: { recipe } }: LineSource,
  family: { traits: number; parents: number },
): string {
  const { model, parameters } = recipe
  const isNamed = model.id !== UNDECLARED
  const version = model.version === UNDECLARED ? '' : ` ${model.version}`
  const { seed, means } = parameters
  return words.declaredRecipe(
    {
      model: isNamed ? `${model.id}${version}` : null,
      seed: seed === undefined ? null : String(seed),
      means: means === undefined ? null : cut(String(means)),
    },
    family,
  )
}

function recipeLine(source: LineSource): AwaitedLine {
  const { recipe, recipeHash } = source.work
  const { model, seed, traits, parents } = recipe
  const family = { traits: traits.length, parents: parents.length }
  return {
    name: 'Recipe',
    checks: true,
    verdict: 'todo',
    text: isDeclared(recipe)
      ? declaredRecipe(source, family)
      : words.recipe(`${model.id} ${model.version}`, seed, family),
    hash: { value: bare(recipeHash), algorithm: 'sha256', opens: partPath(source, 'recipe') },
  }
}

function modelLine({ work }: LineSource): AwaitedLine {
  const { execution, recipe, pixelHash, creatorName } = work
  if (isDeclared(recipe))
    return {
      name: 'Model',
      checks: false,
      verdict: 'attested',
      text: `${words.declared} ${words.weights.declared}`,
      hash: { value: bare(pixelHash), algorithm: 'pixels' },
      by: { text: words.wordOfCreator(creatorName), signed: true },
    }
  const own = execution.provider === 'procedural'
  const { worker } = execution.facts
  const weights = recipe.model.weightsHash
    ? words.weights.named
    : own
      ? words.weights.byHand
      : worker === undefined
        ? words.weights.unpublished
        : words.weights.volunteer(worker)
  return {
    name: 'Model',
    checks: false,
    verdict: 'attested',
    text: `${words.fromRecipe} ${weights}`,
    hash: { value: bare(pixelHash), algorithm: 'pixels' },
    by: { text: own ? words.wordOfServer : words.wordOf(execution.provider), signed: false },
  }
}

const FORMAT: Record<string, string> = { 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP' }

function pictureLine({ work, round }: LineSource): AwaitedLine {
  const { width, height, mime, contentHash, src } = work
  const fixed = round.chain.opened ? words.bytesVotedOn : words.bytesAdmitted
  return {
    name: 'Picture',
    checks: true,
    verdict: 'todo',
    text: `${width} × ${height} px, ${FORMAT[mime] ?? mime}. ${fixed}`,
    hash: { value: bare(contentHash), algorithm: 'sha256', opens: src },
  }
}

function credentialsLine({ work, round }: LineSource): AwaitedLine {
  const { c2paRoot } = round.rules
  const kept = work.execution.facts.credentials
  const said = words.credentials.find(({ fact }) => fact === kept)?.text ?? words.noCredentials
  const isNamed = c2paRoot !== ZERO_BYTES32
  return {
    name: 'Credentials',
    checks: false,
    verdict: 'todo',
    text: said,
    ...(isNamed && { hash: { value: c2paRoot, algorithm: 'root', opens: `/ipfs/${rawCidOf(c2paRoot)}` } }),
    by: {
      text: isNamed ? words.rootNamed(round.chain.opened !== null) : words.rootOfInstance,
      signed: false,
    },
  }
}

function metadataLine(source: LineSource): AwaitedLine {
  const { metadata, metadataHash } = source.work
  return {
    name: 'Metadata',
    checks: true,
    verdict: 'todo',
    text: words.metadata(metadata.traits.length),
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
        {words.gates(passed, round.rules.gates.length)}
        <details>
          <summary className="link inline-block max-band:py-2">{words.whatFound}</summary>
          <ul className="mt-1 grid gap-1">
            {verdicts.map((verdict) => (
              <li key={verdict.gate}>
                <span className="type-mono">
                  {verdict.gate} {verdict.version}
                </span>{' '}
                {found(verdict)}
              </li>
            ))}
          </ul>
        </details>
      </>
    ),
    by: { text: words.wordOfServer, signed: false },
  }
}

function postedOf({ chain }: RoundView): string {
  if (chain.postedCount === 0) return ''
  return ` ${words.posted(chain.postedCount)}`
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
          ? words.closedUntil(formatMoment(round.closesAt * 1000, { weekday: true }))
          : words.votingClosed,
    }
  const { turnout } = result.result
  const { anchored } = round.chain
  const chose = words.chose(ranked.supporters, turnout.voters, formatScore(round.rules, ranked.score))
  return {
    name: 'Ballots',
    checks: recounts,
    verdict: 'unknown',
    text: `${chose} ${anchored ? words.sealed(anchored.size) : words.sealedEmpty}${postedOf(round)}`,
    ...(anchored && {
      hash: { value: anchored.root, algorithm: 'log', opens: `/api/v1/rounds/${round.roundId}/log/heads` },
    }),
    ...(ranked.supporters > 0 && {
      by: { text: words.signedBy(ranked.supporters), signed: true },
    }),
  }
}

function standingOf({ result, work, round }: LineSource): string {
  const outcome = result?.result
  const index = outcome?.ranking.findIndex(({ number }) => number === work.number) ?? -1
  const ranked = outcome?.ranking[index]
  if (!outcome || !ranked) return words.uncounted
  const chosen = outcome.winners.find(({ number }) => number === work.number)
  const score = formatScore(round.rules, ranked.score)
  if (chosen) {
    const { rank } = chosen
    const place = { rank, ordinal: ordinal(rank), count: round.places, places: places(round.places) }
    return words.chosen(place, score)
  }
  if (ranked.place === null) return unplaced(round.rules)
  return words.notChosen(index + 1, outcome.ranking.length, score)
}

function resultLine(source: LineSource): AwaitedLine {
  const { result, recounts, round } = source
  if (!result) return { name: 'Result', checks: false, verdict: 'todo', text: words.noResult }
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
      ? { text: words.closedByDirector, signed: true }
      : { text: round.state === 'cancelled' ? words.neverClosed : words.notClosed, signed: false },
  }
}

function tokenLines({ result, work, token }: LineSource): AwaitedLine[] {
  if (token)
    return [
      {
        name: 'Token',
        checks: true,
        verdict: 'todo',
        text: words.minted(token.block),
        hash: { value: token.tokenDigest, algorithm: 'sha256', opens: token.path },
        by: { text: words.mintedIn(token.block), signed: true },
      },
    ]
  const chosen = result?.result.winners.some(({ number }) => number === work.number) ?? true
  const text = result ? words.toMint : words.ifChosen
  return chosen ? [{ name: 'Token', checks: false, verdict: 'todo', text }] : []
}

function licenceLine({ round }: LineSource): AwaitedLine {
  const { licence, royalty }: Pick<Rules, 'licence' | 'royalty'> = round.rules
  const known = LICENCES.find(({ id }) => id === licence.id)
  return {
    name: 'Licence',
    checks: true,
    verdict: 'todo',
    text: words.licence(known?.name ?? licence.id, royalty.bps),
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
    credentialsLine(source),
    metadataLine(source),
    gatesLine(source),
    ballotsLine(source),
    resultLine(source),
    ...tokenLines(source),
    licenceLine(source),
  ]
}
