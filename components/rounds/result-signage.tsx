import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { ShareLink } from '#components/ui/share-link.tsx'
import { Signage } from '#components/ui/signage.tsx'
import type { SkipOffer } from '#lib/flows/skip/schema.ts'
import type { Result } from '#lib/protocol/result.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as counts from '#messages/counts.ts'
import * as text from '#messages/rounds/result-signage.ts'
import { LocalClock } from './local-clock.tsx'
import { amount, power } from './result-words.ts'
import { standsStill } from './round-words.ts'

/** What comes after the count, or what stopped it. */
function nextOf(round: RoundView, winners: number): string {
  const { chain, state } = round
  if (standsStill(round)) return ''
  if (state === 'challenge' && round.finalAt !== null)
    return text.objectUntil(formatMoment(round.finalAt * 1000, { weekday: true }), winners)
  if (state === 'minted') return text.minted
  if (state === 'final') return winners > 0 ? text.mayMint(chain.minted.length, winners) : text.nothingToMint
  return ''
}

function Turnout({ result, rules }: { result: Result } & Pick<RoundView, 'rules'>) {
  const { turnout, quorum } = result
  const needed = quorum.kind === 'voters' ? counts.voters(Number(quorum.value)) : power(rules, quorum.value)
  return (
    <p>
      {text.turnout(turnout.voters, turnout.ballots)}
      <br />
      {text.tookPart(power(rules, turnout.power))}
      <br />
      {turnout.abstentions > 0 && (
        <>
          {text.abstained(amount(String(turnout.abstentions)))}
          <br />
        </>
      )}
      {quorum.reached ? text.quorumReached(needed) : text.quorumMissed(needed)}
    </p>
  )
}

type ResultSignageProps = {
  round: RoundView
  result: Result | null
  showsAll: boolean
  anchored: boolean
  skip: SkipOffer | null
}

/** Title, turnout, what comes next, ways on. */
export function ResultSignage({ round, result, showsAll, anchored, skip }: ResultSignageProps) {
  const here = `/rounds/${round.slug}/result`
  const next = nextOf(round, result?.winners.length ?? 0)
  const closed = round.now >= round.closesAt
  const closing = formatMoment(round.closesAt * 1000, { weekday: true, year: true })
  return (
    <Signage
      title={round.title}
      actions={
        <div className="grid justify-items-start gap-0.5">
          {result && (
            <ButtonLink href={showsAll ? here : `${here}?all`} kind="link">
              {showsAll ? text.firstOnly : text.allInTable(result.ranking.length)}
            </ButtonLink>
          )}
          {result && anchored && (
            <ShareLink label={text.share} title={text.shared(round.title)} path={here} />
          )}
          {round.ballotCount > 0 && (
            <ButtonLink href={`/rounds/${round.slug}/log`} kind="link">
              {text.log}
            </ButtonLink>
          )}
          <ButtonLink href={`/rounds/${round.slug}`} kind="link">
            {text.backToWall}
          </ButtonLink>
          <LocalClock offer={skip} />
        </div>
      }
    >
      {(closed || round.state !== 'cancelled') && (
        <p className="text-second">{closed ? text.closed(closing) : text.closes(closing)}</p>
      )}
      {result && <Turnout result={result} rules={round.rules} />}
      {result && !anchored && !standsStill(round) && <p className="text-second">{text.notOnChain}</p>}
      {next && <p className="text-second">{next}</p>}
    </Signage>
  )
}
