'use client'

import dynamic from 'next/dynamic'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import * as text from '#messages/voting/duel/whose-duels.ts'
import type { DuelRound } from './duel-round.ts'
import { HowDrawn } from './how-drawn.tsx'
import { addressOf } from './known-voter.ts'
import { rememberVoter } from './use-known-voter.ts'

// Wallet code is fetched when somebody asks for it.
const NameVoter = dynamic(
  () => import('#components/wallet/name-voter.tsx').then((module) => module.NameVoter),
  { ssr: false, loading: () => <p className="text-13 text-second">{text.fetchingWallet}</p> },
)

function ByAddress() {
  const [error, setError] = useState<string>()
  function judge(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const address = addressOf(String(new FormData(event.currentTarget).get('address') ?? ''))
    if (address) rememberVoter(address)
    else setError(text.noAddress)
  }
  return (
    <form onSubmit={judge} className="grid gap-2">
      <TextField
        name="address"
        label={text.judgeForAddress}
        mono
        autoComplete="off"
        spellCheck={false}
        error={error}
        hint={text.whoSigns}
      />
      <div>
        <Button type="submit" size={44}>
          {text.judgeForThis}
        </Button>
      </div>
    </form>
  )
}

/** Before the first pair: why it matters for whom one judges. */
export function WhoseDuels({ round, chain }: { round: DuelRound; chain: WalletChain }) {
  const [byWallet, setByWallet] = useState(false)
  const { roundId, openingBlock, candidateCount } = round
  return (
    <div className="absolute inset-0 overflow-auto bg-well">
      <div className="mx-auto grid min-h-full max-w-[30rem] content-center gap-5 p-5">
        <div className="grid gap-2">
          <h2 className="font-statement text-24 leading-statement">{text.whose}</h2>
          <p className="text-15 text-second">{text.why}</p>
        </div>
        {byWallet ? (
          <NameVoter chain={chain} roundId={roundId} onVoter={rememberVoter} />
        ) : (
          <Button kind="main" size={44} wide onClick={() => setByWallet(true)}>
            {text.connect}
          </Button>
        )}
        <ByAddress />
        <HowDrawn seed={{ roundId, openingBlock, candidateCount, voter: null }} />
      </div>
    </div>
  )
}
