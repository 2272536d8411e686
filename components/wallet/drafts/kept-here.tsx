'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EMPTY_DRAFT } from '#components/voting/drafts/decisions.ts'
import { keepRecordOf } from '#components/voting/drafts/keep-record.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import * as text from '#messages/wallet/drafts/kept-here.ts'

type KeptHereProps = { roundId: string; chain: WalletChain; isOpen: boolean; isForgotten: boolean }

/** From here on the draft is kept for this account too. */
function Begin({ roundId, address }: { roundId: string; address: Address }) {
  useEffect(() => {
    keepRecordOf(roundId).put({ agreed: { address, version: 0, savedAt: null, base: EMPTY_DRAFT } })
  }, [roundId, address])
  return null
}

/** A draft of this device alone, and the offer to keep it at the instance. */
export function KeptHere({ roundId, chain, isOpen, isForgotten }: KeptHereProps) {
  const [isAsked, ask] = useState(false)
  const { host } = window.location
  return (
    <>
      <p role="status" className="mt-2 text-15">
        {isForgotten ? text.forgotten(host) : text.kept}
      </p>
      {isOpen && (
        <div className="mt-4 grid justify-items-start gap-2">
          {isAsked ? (
            <div className="mb-2 w-full max-w-measure">
              <SignedIn chain={chain} kept={text.draftKept} why={text.whyAccount}>
                {(address) => <Begin roundId={roundId} address={address} />}
              </SignedIn>
            </div>
          ) : (
            <Button onClick={() => ask(true)}>{text.keepThere}</Button>
          )}
          <p className="max-w-measure text-13 text-second">{text.how(host)}</p>
        </div>
      )}
    </>
  )
}
