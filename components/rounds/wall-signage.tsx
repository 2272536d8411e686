import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { Link } from '#components/ui/link.tsx'
import { Signage } from '#components/ui/signage.tsx'
import type { SkipOffer } from '#lib/flows/skip/schema.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as counts from '#messages/counts.ts'
import * as text from '#messages/rounds/wall-signage.ts'
import { FilledCount } from './filling-wall.tsx'
import { LocalClock } from './local-clock.tsx'
import { isFilling, judging, nextMoment, PICKING_WORDS, stateWords } from './round-words.ts'

function WayOn({ round, order }: { round: RoundView; order: string }) {
  const at = (place: string) => `/rounds/${round.slug}/${place}`
  if (round.state === 'voting')
    return (
      // On the phone the dock holds them.
      <div className="grid gap-2 max-band:hidden">
        <ButtonLink href={judging(round, order).href} kind="main" size={40} wide>
          {judging(round).label}
        </ButtonLink>
        {round.method !== 'pairwise' && (
          <ButtonLink href={at('ballot')} size={40} wide>
            {text.review}
          </ButtonLink>
        )}
      </div>
    )
  if (round.state === 'submissions' && !round.admissionEnded && round.now < round.submissionsCloseAt)
    return (
      <ButtonLink href={at('submit')} kind="main" size={40} wide>
        {text.signBrief}
      </ButtonLink>
    )
  if (round.state === 'counting' || round.chain.closes.length > 0)
    return (
      <ButtonLink href={at('result')} kind="main" size={40} wide>
        {round.state === 'counting' ? text.followCount : text.seeResult}
      </ButtonLink>
    )
  return null
}

type WallSignageProps = {
  round: RoundView
  skip: SkipOffer | null
  /** Which works hang and in which order, where they have numbers. */
  filters?: ReactNode
  /** The query of the order in which they hang: they are judged in the same one. */
  order?: string
}

/** Title, what was asked, the clock and the way on of a round's wall. */
export function WallSignage({ round, skip, filters, order = '' }: WallSignageProps) {
  const next = nextMoment(round, round.now)
  return (
    <Signage
      title={round.title}
      filters={filters}
      {...(next && {
        clock: (
          <Countdown
            at={next.at}
            now={new Date(round.now * 1000).toISOString()}
            label={next.label}
            over={next.over}
            {...(next.note && { note: next.note })}
          />
        ),
      })}
      actions={
        <>
          <WayOn round={round} order={order} />
          <LocalClock
            offer={skip}
            {...(skip?.to === 'close' && { onward: `/rounds/${round.slug}/result` })}
          />
        </>
      }
    >
      <p>{round.brief}</p>
      <p className="text-second">
        {stateWords(round)}. {isFilling(round) ? <FilledCount /> : counts.works(round.candidateCount)}
        {round.ballotCount > 0 && (
          <>
            ,{' '}
            <Link href={`/rounds/${round.slug}/log`} className="link">
              {text.inLog(round.ballotCount)}
            </Link>
          </>
        )}
        .
      </p>
      {round.state === 'voting' && PICKING_WORDS[round.method] && <p>{PICKING_WORDS[round.method]}</p>}
      {round.roundId && (round.state === 'submissions' || round.state === 'voting') && (
        <p>
          <Link href={`/rounds/${round.slug}/power`} className="link">
            {text.hasVotes}
          </Link>
        </p>
      )}
    </Signage>
  )
}
