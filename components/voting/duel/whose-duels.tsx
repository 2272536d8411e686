'use client'

import dynamic from 'next/dynamic'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import type { DuelRound } from './duel-round.ts'
import { HowDrawn } from './how-drawn.tsx'
import { addressOf } from './known-voter.ts'
import { rememberVoter } from './use-known-voter.ts'

// Wallet code is fetched when somebody asks for it.
const NameVoter = dynamic(
  () => import('#components/wallet/name-voter.tsx').then((module) => module.NameVoter),
  { ssr: false, loading: () => <p className="text-13 text-second">Fetching the wallet …</p> },
)

function ByAddress() {
  const [error, setError] = useState<string>()
  function judge(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const address = addressOf(String(new FormData(event.currentTarget).get('address') ?? ''))
    if (address) rememberVoter(address)
    else setError('An address has 0x and 40 hexadecimal digits.')
  }
  return (
    <form onSubmit={judge} className="grid gap-2">
      <TextField
        name="address"
        label="Judge for an address"
        mono
        autoComplete="off"
        spellCheck={false}
        error={error}
        hint="The wallet of this address signs the ballot later, here or on another device."
      />
      <div>
        <Button type="submit" size={44}>
          Judge for this address
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
          <h2 className="font-statement text-24 leading-statement">First, whose duels are these?</h2>
          <p className="text-15 text-second">
            Every voter judges pairs from a queue of their own. It is drawn from the voter’s address and from
            the block in which voting opened, so that nobody chooses which works meet. Nothing is signed
            before the ballot.
          </p>
        </div>
        {byWallet ? (
          <NameVoter chain={chain} roundId={roundId} onVoter={rememberVoter} />
        ) : (
          <Button kind="main" size={44} wide onClick={() => setByWallet(true)}>
            Connect a wallet to begin
          </Button>
        )}
        <ByAddress />
        <HowDrawn seed={{ roundId, openingBlock, candidateCount, voter: null }} />
      </div>
    </div>
  )
}
