import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { Eligibility, EligibilityShare } from '#lib/ballots/schema.ts'
import { figure } from '#messages/voting/figure.ts'
import * as text from '#messages/voting/power-breakdown.ts'
import { capWords, powerTitle, shareWords, ZERO_WORDS } from './power-words.ts'

function ShareRow({ share, snapshot }: { share: EligibilityShare; snapshot: string }) {
  const votes = share.share === null ? '?' : figure(BigInt(share.share))
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 border-line border-b py-3">
      <div className="min-w-0">
        <p className="font-figure text-15">{share.label}</p>
        <p className="mt-0.5 max-w-measure text-13 text-second">{shareWords(share, snapshot)}</p>
        {share.token && (
          <p className="type-mono mt-1 text-13 text-second [overflow-wrap:anywhere]">{share.token}</p>
        )}
      </div>
      <p className="font-figure text-18 tabular-nums">{votes}</p>
    </li>
  )
}

/** What an address weighs in a round, a row for each source, with the sum and what cuts it. */
export function PowerBreakdown({ found, again }: { found: Eligibility; again: string }) {
  const snapshot = formatMoment(found.snapshotAt * 1000, { year: true })
  const cap = capWords(found)
  const hasNoBlock = found.shares.some(
    ({ token, block, pending }) => token !== null && block === null && !pending,
  )
  return (
    <section aria-label={text.votes} className="max-w-measure">
      <h2 className="border-fg border-b pb-2 font-figure text-24 leading-statement">{powerTitle(found)}</h2>
      {found.pending && (
        <Notice
          title={text.notEveryChain}
          code="power-unavailable"
          headingLevel={3}
          actions={
            <ButtonLink href={again} size={32}>
              {text.again}
            </ButtonLink>
          }
        >
          {text.stillSign}
        </Notice>
      )}
      {found.reason && (
        <p className="mt-3 text-15">
          {ZERO_WORDS[found.reason].cause} {ZERO_WORDS[found.reason].advice}
        </p>
      )}
      <ul className="mt-3 border-line border-t">
        {found.shares.map((share, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the rules is what names a share
          <ShareRow key={index} share={share} snapshot={snapshot} />
        ))}
      </ul>
      {cap && <p className="mt-3 text-15">{cap}</p>}
      {hasNoBlock && <p className="mt-3 text-13 text-second">{text.noBlock(snapshot)}</p>}
    </section>
  )
}
