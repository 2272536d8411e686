'use client'

import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { changesInWords } from '#components/voting/drafts/draft-words.ts'
import type { Agreed } from '#components/voting/drafts/keep-record.ts'
import { keepWords } from '#components/voting/drafts/keep-words.ts'
import type { Keeping, KeepState } from '#components/voting/drafts/keeping.ts'
import { useKeeping } from '#components/voting/drafts/use-keeping.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import * as text from '#messages/wallet/drafts/kept-there.tsx'
import { WhichHolds } from './which-holds.tsx'

type KeptThereProps = {
  roundId: string
  chain: WalletChain
  isOpen: boolean
  agreed: Agreed
  titles: ReadonlyMap<number, string>
}

const LOUD = new Set<KeepState['kind']>(['offline', 'signed-out', 'refused', 'asks'])

function SignInAgain({
  chain,
  keeping,
  agreed,
}: Pick<KeptThereProps, 'chain' | 'agreed'> & { keeping: Keeping }) {
  const { address } = agreed
  const short = `${address.slice(0, 6)}…${address.slice(-4)}`
  return (
    <div className="mt-3 max-w-measure">
      <SignedIn chain={chain} kept={text.draftKept} why={text.belongs(short)}>
        {(signedIn) =>
          signedIn === address ? (
            <Button onClick={() => void keeping.look()}>{text.goOn}</Button>
          ) : (
            <p className="text-15">{text.otherAccount(short)}</p>
          )
        }
      </SignedIn>
    </div>
  )
}

/** A draft that is kept at the instance too: how that stands, and what came from other devices. */
export function KeptThere({ roundId, chain, isOpen, agreed, titles }: KeptThereProps) {
  const { keeping, view } = useKeeping(roundId, agreed.address)
  const state: KeepState = view?.state ?? { kind: 'looking' }
  const { host } = window.location
  const now = Math.floor(Date.now() / 1000)
  return (
    <>
      <p role={LOUD.has(state.kind) ? 'status' : undefined} className="mt-2 max-w-measure text-15">
        {keepWords(state, { host, savedAt: agreed.savedAt, now })}
      </p>
      {keeping && view && view.arrived.length > 0 && (
        <p role="status" className="mt-2 text-15">
          {text.arrived(<b>{changesInWords(view.arrived)}</b>)}{' '}
          <Button kind="link" onClick={() => void keeping.undo()}>
            {text.undo}
          </Button>
        </p>
      )}
      {keeping && state.kind === 'asks' && (
        <WhichHolds
          conflicts={state.conflicts}
          titles={titles}
          answer={(whose) => void keeping.answer(whose)}
        />
      )}
      {keeping && state.kind === 'refused' && (
        <Notice
          title={state.refused.title}
          code={state.refused.code}
          live="alert"
          headingLevel={3}
          actions={
            <Button size={32} onClick={() => void keeping.save()}>
              {text.tryAgain}
            </Button>
          }
        >
          {state.refused.next}
        </Notice>
      )}
      {keeping && state.kind === 'signed-out' && (
        <SignInAgain chain={chain} keeping={keeping} agreed={agreed} />
      )}
      {keeping && isOpen && (
        <div className="mt-4 grid justify-items-start gap-2">
          <Button onClick={() => void keeping.forget()}>{text.forget}</Button>
          <p className="max-w-measure text-13 text-second">{text.forgetHow(host)}</p>
        </div>
      )}
    </>
  )
}
