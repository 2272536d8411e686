'use client'

import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { figure } from '#messages/voting/figure.ts'
import * as text from '#messages/voting/log-desk.ts'
import { EmptyTree, GrowingTreeView } from './growing-tree.tsx'
import { HeadTable } from './head-table.tsx'
import type { LogFacts, LogProgress, LogView } from './log-follower.ts'
import { logFault, logStatement, logText } from './log-words.ts'
import { useLog } from './use-log.ts'
import { useSignedBallot } from './use-signed-ballot.ts'

type LogDeskProps = {
  facts: LogFacts
  slug: string
  /** The log can still grow. */
  live: boolean
}

function Reading({ progress }: { progress: LogProgress | null }) {
  const words = progress ? text.readingLeaves(progress.have, progress.of) : text.reading
  return (
    <p role="status" className="text-15 text-second">
      {words}
    </p>
  )
}

function Unanswered({ code, again }: { code: string; again: () => void }) {
  return (
    <Notice
      title={text.missing}
      live="status"
      code={code}
      actions={
        <Button size={32} onClick={again}>
          {text.again}
        </Button>
      }
    >
      {text.unanswered[code] ?? text.notGiven} {text.nothingChecked}
    </Notice>
  )
}

function Empty({ live }: { live: boolean }) {
  return (
    <>
      <EmptyTree />
      <Notice title={text.empty} live="status">
        {live ? text.firstBegins : text.endedEmpty}
      </Notice>
    </>
  )
}

function RootLines({ view }: { view: LogView }) {
  const { onChain } = view
  const verdict: Verdict = !onChain ? 'unknown' : onChain.equal ? 'checked' : 'broken'
  const words = onChain ? text.headOnChain(onChain.size) : text.noHeadOnChain
  return (
    <ul className="text-13">
      <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b py-2">
        <span>{text.root(view.size)}</span>
        <Hash value={view.root} length="long" align="end" />
      </li>
      <li
        className={`flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b py-2 ${verdict === 'broken' ? 'bg-wash' : ''}`}
      >
        <span className="inline-grid grid-cols-[22px_auto] items-baseline">
          <Check verdict={verdict} className="translate-y-[2px]" />
          {words}
        </span>
        {onChain && <Hash value={onChain.root} length="long" align="end" />}
      </li>
    </ul>
  )
}

type StandingProps = {
  view: LogView
  own: { number: number; href: string } | null
  live: boolean
  behind: boolean
}

function Statement({ view, own, live, behind }: StandingProps) {
  const broken = logFault(view) !== null
  return (
    <div className="border-fg border-b pb-4 min-[62rem]:grid min-[62rem]:grid-cols-[minmax(170px,auto)_1fr_auto] min-[62rem]:items-end min-[62rem]:gap-x-10 wide:grid-cols-[minmax(260px,auto)_1fr_auto]">
      <p
        aria-hidden="true"
        className={`type-room pt-1 leading-number tracking-[-0.03em] ${view.size > 9999 ? 'text-36 band:text-[5rem]' : 'text-120'}`}
      >
        {figure(view.size)}
      </p>
      <div className="max-[62rem]:mt-5">
        <h2 aria-live="polite" className="flex items-baseline gap-2.5 font-figure text-24 leading-statement">
          <Check verdict={broken ? 'broken' : 'checked'} className="translate-y-[1px]" />
          {logStatement(view)}
        </h2>
        <p className="mt-1.5 max-w-[58ch] text-second">{logText(view)}</p>
        <p className="mt-1 text-13 text-second">
          {live && !behind && text.live}
          {live && behind && text.behind}
          {!live && text.sealed}
        </p>
      </div>
      {own && (
        <div className="no-print flex flex-wrap gap-2 max-[62rem]:mt-4">
          <ButtonLink href={own.href} size={40}>
            {text.receipt(own.number)}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}

/** A round's log as it grows, computed here from the published leaf hashes. */
export function LogDesk({ facts, slug, live }: LogDeskProps) {
  const { view, progress, unanswered, again } = useLog(facts, live)
  const signed = useSignedBallot(facts.roundId)
  if (!view && unanswered) return <Unanswered code={unanswered} again={again} />
  if (!view) return <Reading progress={progress} />
  if (view.size === 0 && !logFault(view)) return <Empty live={live} />
  const own = signed && signed.number <= view.size ? signed : null
  return (
    <article>
      <Statement
        view={view}
        own={own && { number: own.number, href: `/rounds/${slug}/receipt/${own.digest}` }}
        live={live}
        behind={unanswered !== null}
      />
      {view.size > 0 && (
        <div className="mt-6">
          <GrowingTreeView view={view} own={own ? own.number - 1 : null} />
        </div>
      )}
      <div className="mt-5 grid gap-8">
        <RootLines view={view} />
        <Section look="over" title={text.heads}>
          <HeadTable lines={view.lines} />
        </Section>
      </div>
    </article>
  )
}
