'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useConnection } from '#components/ui/connection.ts'
import { useKeys } from '#components/voting/table/use-keys.ts'
import { useTableSettings } from '#components/voting/table/use-table-settings.ts'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import type { PairQueueSeed } from '#lib/protocol/pair-queue.ts'
import * as text from '#messages/voting/duel/duel-room.ts'
import { DuelBar } from './duel-bar.tsx'
import { actOfKey } from './duel-keys.ts'
import type { DuelRound } from './duel-round.ts'
import { DuelSheet } from './duel-sheet.tsx'
import { DuelStrip } from './duel-strip.tsx'
import {
  answerWords,
  doneWords,
  enoughWords,
  placeWords,
  settledMeaning,
  settledWords,
} from './duel-words.ts'
import { DuelsDone } from './duels-done.tsx'
import { PairWell } from './pair-well.tsx'
import { useWhoseDuels } from './use-known-voter.ts'
import { useVoterDuels, type VoterDuels } from './use-voter-duels.ts'
import { WhoseDuels } from './whose-duels.tsx'

import { isWhole } from './zoom.ts'

type DuelRoomProps = { round: DuelRound; chain: WalletChain }

/** What holds for the whole sitting, over the pair. */
function KeptNote({ kept }: { kept: 'device' | 'page' }) {
  const offline = useConnection() === 'offline'
  if (!offline && kept === 'device') return null
  return (
    <p className="absolute top-0 left-0 bg-ground px-4 py-2 text-13">
      {offline ? text.offline : text.nothingKept}
    </p>
  )
}

function wordsOf({ sitting, sides, done, order }: VoterDuels, round: DuelRound) {
  const last = sitting.judged.at(-1)
  const place = sides ? placeWords(done + 1, round.most) : doneWords(done, round.most)
  const settled = settledWords(order)
  return {
    place,
    settled,
    meaning: settledMeaning(order),
    enough: sitting.next && enoughWords(order, round.candidateCount),
    spoken: [last && `${answerWords(last)}.`, place, settled].filter(Boolean).join(' '),
  }
}

function Duels({ round, seed, ask }: { round: DuelRound; seed: PairQueueSeed; ask: () => void }) {
  const room = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDialogElement>(null)
  const showKeys = useCallback(() => sheet.current?.showModal(), [])
  const duels = useVoterDuels(round, seed, showKeys)
  const { sides, after, order, works, view, act } = duels
  const { letters } = useTableSettings()
  const read = useCallback((pressed: KeyboardEvent) => actOfKey(pressed, letters), [letters])
  useKeys(room, read, act)
  const close = useCallback(() => {
    sheet.current?.close()
    room.current?.focus({ preventScroll: true })
  }, [])
  const whole = isWhole(view)
  const ended = sides === null
  // What had the focus may go with the tools or the pair that it stood on: the keys act on all the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever one of them comes or goes
  useEffect(() => {
    if (document.activeElement === document.body) room.current?.focus({ preventScroll: true })
  }, [whole, ended])
  const words = wordsOf(duels, round)
  const winner = after?.answer === 'low' || after?.answer === 'high' ? after[after.answer] : null
  const first = order.placed[0]
  return (
    <>
      <div ref={room} tabIndex={-1} className="flex flex-1 flex-col outline-none">
        <div className="relative min-h-60 flex-1">
          {sides ? (
            <PairWell
              sides={sides}
              ready={duels.ready}
              works={works}
              chosen={after && { winner }}
              view={view}
              change={duels.change}
              act={act}
            />
          ) : (
            <DuelsDone
              slug={round.slug}
              words={words.place}
              first={first}
              work={first && works.of(first.number)}
            />
          )}
          <KeptNote kept={duels.kept} />
        </div>
        <DuelBar
          words={words}
          done={duels.done}
          most={round.most}
          open={duels.open}
          enlarged={!whole}
          off={!letters}
          act={act}
        />
      </div>
      <p role="status" className="sr-only">
        {words.spoken}
      </p>
      <DuelSheet
        dialog={sheet}
        seed={seed}
        letters={letters}
        meaning={words.meaning}
        close={close}
        askAgain={ask}
      />
    </>
  )
}

function Room({ round, chain }: DuelRoomProps) {
  const { roundId, openingBlock, candidateCount } = round
  const { voter, looking, ask } = useWhoseDuels(roundId)
  const seed = useMemo(
    () => voter && { roundId, openingBlock, candidateCount, voter },
    [roundId, openingBlock, candidateCount, voter],
  )
  return (
    <>
      <DuelStrip round={round} />
      <main
        id="main"
        tabIndex={-1}
        aria-label={text.duelOf(round.title)}
        className="flex flex-1 flex-col outline-none"
      >
        <h1 className="sr-only">{text.heading(round.title)}</h1>
        <noscript>
          <p className="bg-ground p-4 text-15">
            {text.needScriptsBefore}{' '}
            <a href={`/rounds/${round.slug}`} className="link">
              {text.theWall}
            </a>{' '}
            {text.needScriptsAfter}
          </p>
        </noscript>
        {seed ? (
          <Duels key={seed.voter} round={round} seed={seed} ask={ask} />
        ) : (
          <div className="relative min-h-[36rem] flex-1 bg-well">
            {!looking && <WhoseDuels round={round} chain={chain} />}
          </div>
        )}
      </main>
    </>
  )
}

/** A fixed frame for judging two works at a time. No wallet is near it until somebody asks for one. */
export function DuelRoom(props: DuelRoomProps) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Room {...props} />
    </QueryClientProvider>
  )
}
