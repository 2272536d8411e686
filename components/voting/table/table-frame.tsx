'use client'

import { useCallback, useDeferredValue, useMemo, useRef } from 'react'
import { useConnection } from '#components/ui/connection.ts'
import { markOf } from '#components/voting/picks.ts'
import * as text from '#messages/voting/table/table-frame.ts'
import { Filmstrip } from './filmstrip.tsx'
import type { Sitting } from './judging.ts'
import { KeySheet } from './key-sheet.tsx'
import type { LightTableProps } from './light-table.tsx'
import { PassNote } from './pass-note.tsx'
import { type Pass, passCounts } from './pass-order.ts'
import { isEnded, ONWARD_LABELS, onwardOf, PASS_LABELS, purposeOf, waitingWorks } from './pass-words.ts'
import { Passes } from './passes.tsx'
import { KeyRail, StripSteps, ThumbKeys } from './table-keys.tsx'
import { TableLabel } from './table-label.tsx'
import { TableStrip } from './table-strip.tsx'
import { placeWords, pressingWords, spokenWords } from './table-words.ts'
import { type Places, useTable } from './use-table.ts'
import { Views } from './views.tsx'

/** Without scripts one may still look. */
function WithoutScripts({ slug }: { slug: string }) {
  return (
    <noscript>
      <p className="absolute z-1 bg-ground p-4 text-15">
        {text.needsScriptsBefore}
        <a href={`/rounds/${slug}`} className="link">
          {text.wall}
        </a>
        {text.needsScriptsAfter}
      </p>
    </noscript>
  )
}

/** Where one is in a pass, and the same in short. */
function whereOf({ pass, place, order }: Sitting) {
  const where = placeWords(place, order.length)
  return {
    long: pass === 'reject' ? text.inSitting(where) : where,
    short: text.shortPlace(PASS_LABELS[pass], place + 1, order.length),
  }
}

/** What is said of the pass, on the page and to a screen reader. */
function wordsOf(
  { sitting, decisions, work }: ReturnType<typeof useTable>,
  round: LightTableProps['round'],
  online: boolean,
) {
  const purpose = purposeOf(sitting.pass, round)
  const onward =
    round.state === 'open' && isEnded(sitting, decisions.picks)
      ? onwardOf(sitting, decisions, {
          ...round,
          waiting: waitingWorks(sitting, decisions.picks, round.numbers),
        })
      : null
  const ended = onward && `${onward.words} ${text.comesNext(ONWARD_LABELS[onward.next])}`
  return {
    pressing: pressingWords({ said: sitting.said, online, kept: decisions.picks.kept, round }),
    purpose,
    onward,
    spoken: spokenWords({ sitting, decisions, title: work?.title, round, purpose, ended }),
  }
}

/** The passes, where they are shown, and the way back from the sheet to the table. */
function usePasses(
  { round }: LightTableProps,
  { decisions, sitting: { pass }, act }: ReturnType<typeof useTable>,
  { table, sheet }: Places,
) {
  const close = useCallback(() => {
    sheet.current?.close()
    table.current?.focus({ preventScroll: true })
  }, [table, sheet])
  const begin = useCallback(
    (next: Pass) => {
      act({ kind: 'begin', pass: next })
      close()
    },
    [act, close],
  )
  const counts = useMemo(() => passCounts(round.numbers.length, decisions), [round.numbers, decisions])
  const passes = useMemo(() => ({ counts, current: pass, begin }), [counts, pass, begin])
  // The sheet is closed while one judges.
  const settledPasses = useDeferredValue(passes)
  return { passes, settledPasses, close, begin }
}

export function TableFrame(props: LightTableProps) {
  const { round } = props
  const table = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDialogElement>(null)
  const state = useTable(props, { table, sheet })
  const { settings, sitting, decisions, looking, works, number, work, open, placing, digits, act } = state
  const { order, place, said } = sitting
  const { picks } = decisions
  const goTo = useCallback((to: number) => act({ kind: 'to', place: to }), [act])
  const mark = markOf(picks, number)
  const keys = { mark, digits, digit: state.digit, open, placing, view: looking.view, settings, act }
  const { pressing, purpose, onward, spoken } = wordsOf(state, round, useConnection() !== 'offline')
  const { passes, settledPasses, close, begin } = usePasses(props, state, { table, sheet })
  return (
    <>
      <TableStrip
        round={round}
        where={whereOf(sitting)}
        picked={round.state === 'open' ? picks.numbers.length : null}
        passes={<Passes {...passes} />}
      />
      <main
        id="main"
        ref={table}
        tabIndex={-1}
        aria-label={text.name(round.title)}
        className="light-table outline-none"
      >
        <h1 className="sr-only">{text.heading(round.title)}</h1>
        <WithoutScripts slug={round.slug} />
        <Views {...state} round={round} order={order} place={place} off={!settings.letters} />
        <TableLabel
          slug={round.slug}
          number={number}
          work={work}
          picked={mark === 'pick'}
          comparing={looking.view === 'compare'}
          act={act}
        />
        <PassNote
          slug={round.slug}
          pressing={pressing}
          purpose={purpose}
          onward={onward}
          // Over two works that are compared it would lie on their zoom.
          fresh={looking.view === 'one' && (said.kind === 'nothing' || said.kind === 'began')}
          begin={begin}
        />
        <StripSteps act={act}>
          <Filmstrip
            order={order}
            place={place}
            decisions={decisions}
            maxScore={round.maxScore}
            works={works}
            show={goTo}
          />
        </StripSteps>
        <div className="[grid-area:keys] rail:self-end rail:pr-4 rail:pb-4 rail:pl-5">
          <KeyRail {...keys} />
          <ThumbKeys {...keys} />
        </div>
      </main>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <KeySheet
        dialog={sheet}
        close={close}
        settings={settings}
        open={open}
        redoable={sitting.future.length > 0}
        act={act}
        round={round}
        passes={settledPasses}
        purpose={purpose}
        use={digits.use}
      />
    </>
  )
}
