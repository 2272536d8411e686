import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { ShareLink } from '#components/ui/share-link.tsx'
import { Signage } from '#components/ui/signage.tsx'
import type { SkipOffer } from '#lib/flows/skip/schema.ts'
import type { Result } from '#lib/protocol/result.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { LocalClock } from './local-clock.tsx'
import { amount, power } from './result-words.ts'
import { plural } from './round-words.ts'

/** What comes after the count, or what stopped it. */
function nextOf(round: RoundView, winners: number): string {
  const { chain, state } = round
  if (chain.frozen && state === 'challenge')
    return 'A proof was brought that the log was broken. The round stands still until the guardian rules in public.'
  if (state === 'challenge' && round.finalAt !== null)
    return `Anyone may object until ${formatMoment(round.finalAt * 1000, { weekday: true })}.${winners > 0 ? ` Then ${plural(winners, 'work')} can be minted.` : ''}`
  if (state === 'minted') return 'Nobody’s objection stood. The chosen works are minted.'
  if (state === 'final')
    return winners > 0
      ? `The time to object is over. ${chain.minted.length} of ${winners} minted: anyone may mint what is chosen.`
      : 'The time to object is over. There is nothing to mint.'
  return ''
}

function Turnout({ result, rules }: { result: Result } & Pick<RoundView, 'rules'>) {
  const { turnout, quorum } = result
  const needed = quorum.kind === 'voters' ? plural(Number(quorum.value), 'voter') : power(rules, quorum.value)
  return (
    <p>
      {plural(turnout.voters, 'voter')}, {plural(turnout.ballots, 'ballot')}
      <br />
      {power(rules, turnout.power)} took part
      <br />
      {turnout.abstentions > 0 && (
        <>
          {amount(String(turnout.abstentions))} abstained
          <br />
        </>
      )}
      Quorum {needed}: {quorum.reached ? 'reached' : 'not reached'}
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
  return (
    <Signage
      title={round.title}
      actions={
        <div className="grid justify-items-start gap-0.5">
          {result && (
            <ButtonLink href={showsAll ? here : `${here}?all`} kind="link">
              {showsAll ? 'The first places only' : `All ${result.ranking.length} in a table`}
            </ButtonLink>
          )}
          {result && anchored && (
            <ShareLink label="Share the result" title={`${round.title}: the result`} path={here} />
          )}
          {round.ballotCount > 0 && (
            <ButtonLink href={`/rounds/${round.slug}/log`} kind="link">
              The log of ballots
            </ButtonLink>
          )}
          <ButtonLink href={`/rounds/${round.slug}`} kind="link">
            Back to the wall
          </ButtonLink>
          <LocalClock offer={skip} />
        </div>
      }
    >
      {(closed || round.state !== 'cancelled') && (
        <p className="text-second">
          {closed ? 'Closed' : 'Closes'} {formatMoment(round.closesAt * 1000, { weekday: true, year: true })}
        </p>
      )}
      {result && <Turnout result={result} rules={round.rules} />}
      {result && !anchored && (
        <p className="text-second">Counted, and not on chain yet: the director signs the close.</p>
      )}
      {next && <p className="text-second">{next}</p>}
    </Signage>
  )
}
