'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type RefObject, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useConnection } from '#components/ui/connection.ts'
import { markOf } from '#components/voting/picks.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import { Filmstrip } from './filmstrip.tsx'
import { numberAt } from './judging.ts'
import type { KeyAct } from './key-map.ts'
import { KeySheet } from './key-sheet.tsx'
import { Passes } from './passes.tsx'
import { KeyRail, StripSteps, ThumbKeys } from './table-keys.tsx'
import { TableLabel } from './table-label.tsx'
import type { TableRound } from './table-round.ts'
import { TableStrip } from './table-strip.tsx'
import { placeWords, type Show, shownWords, spokenWords } from './table-words.ts'
import { useKeys, useSitting } from './use-sitting.ts'
import { useTableSettings } from './use-table-settings.ts'
import { useWorks } from './use-works.ts'
import { Well } from './well.tsx'

type LightTableProps = {
  round: TableRound
  /** The work that the address names. */
  asked: number | null
  /** The page of works that came with this one. */
  first: { from: number; items: readonly CandidateView[] }
}

type Places = { table: RefObject<HTMLElement | null>; sheet: RefObject<HTMLDialogElement | null> }

function useTable({ round, asked, first }: LightTableProps, { table, sheet }: Places) {
  const settings = useTableSettings()
  const { sitting, picks, act: decide } = useSitting({ round, asked, settings })
  const works = useWorks({ roundId: round.roundId, order: sitting.order, place: sitting.place, first })
  const number = numberAt(sitting)
  const work = works.of(number)
  // What has not been seen is not judged.
  const open = round.state === 'open' && work !== undefined
  const act = useCallback(
    (wanted: KeyAct) => {
      if (wanted.kind === 'keys') sheet.current?.showModal()
      else decide(wanted, open)
    },
    [decide, open, sheet],
  )
  useKeys(table, settings.letters, act)
  return { settings, sitting, picks, works, number, work, open, act }
}

function Table(props: LightTableProps) {
  const { round } = props
  const table = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDialogElement>(null)
  const { settings, sitting, picks, works, number, work, open, act } = useTable(props, { table, sheet })
  const { order, place } = sitting
  const online = useConnection() !== 'offline'
  const [show, setShow] = useState<Show>('all')
  const goTo = useCallback((to: number) => act({ kind: 'to', place: to }), [act])
  const mark = markOf(picks, number)
  const rating = picks.ratings.get(number)
  const keys = { mark, rating, open, settings, act }
  const words = { sitting, picks, maxChoices: round.maxChoices }
  const shown = shownWords({ ...words, online, kept: picks.kept, round })
  const close = useCallback(() => {
    sheet.current?.close()
    table.current?.focus({ preventScroll: true })
  }, [])
  const onPass = useCallback(
    (next: Show, pass: readonly number[]) => {
      act({ kind: 'order', order: pass })
      setShow(next)
      close()
    },
    [act, close],
  )
  const passes = useMemo(
    () => ({ count: round.count, picks, current: show, onPass }),
    [round.count, picks, show, onPass],
  )
  // The sheet is closed while one judges.
  const settledPasses = useDeferredValue(passes)
  return (
    <>
      <TableStrip
        round={round}
        where={{ long: placeWords(place, order.length), short: `${place + 1} of ${order.length}` }}
        picked={round.state === 'open' ? picks.numbers.length : null}
        passes={<Passes {...passes} />}
      />
      <main
        id="main"
        ref={table}
        tabIndex={-1}
        aria-label={`Light Table of ${round.title}`}
        className="light-table outline-none"
      >
        <h1 className="sr-only">Light Table: {round.title}</h1>
        <noscript>
          <p className="absolute z-1 bg-ground p-4 text-15">
            The Light Table needs scripts. Every work hangs on{' '}
            <a href={`/rounds/${round.slug}`} className="link">
              the wall
            </a>{' '}
            as well.
          </p>
        </noscript>
        <Well order={order} place={place} works={works} picked={mark === 'pick'} />
        <TableLabel slug={round.slug} number={number} work={work} picked={mark === 'pick'} act={act} />
        {shown && (
          <p className="px-5 py-2.5 text-13 max-rail:z-1 max-rail:self-end max-rail:[grid-area:well] rail:[grid-area:words] max-rail:bg-ground rail:py-4 rail:pr-4">
            {shown}
          </p>
        )}
        <StripSteps act={act}>
          <Filmstrip order={order} place={place} picks={picks} works={works} show={goTo} />
        </StripSteps>
        <div className="[grid-area:keys] rail:self-end rail:pr-4 rail:pb-4 rail:pl-5">
          <KeyRail {...keys} />
          <ThumbKeys {...keys} />
        </div>
      </main>
      <p role="status" className="sr-only">
        {spokenWords({ ...words, title: work?.title })}
      </p>
      <KeySheet
        dialog={sheet}
        close={close}
        settings={settings}
        open={open}
        redoable={sitting.future.length > 0}
        act={act}
        passes={settledPasses}
      />
    </>
  )
}

/** A fixed frame for judging: strip, well, rail and filmstrip. No wallet is near it. */
export function LightTable(props: LightTableProps) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Table {...props} />
    </QueryClientProvider>
  )
}
