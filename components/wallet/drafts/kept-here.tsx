'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EMPTY_DRAFT } from '#components/voting/drafts/decisions.ts'
import { keepRecordOf } from '#components/voting/drafts/keep-record.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import type { Address } from '#lib/protocol/primitives.ts'

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
        Kept on this device{isForgotten ? ` only: another of your devices had it forgotten at ${host}.` : '.'}
      </p>
      {isOpen && (
        <div className="mt-4 grid justify-items-start gap-2">
          {isAsked ? (
            <div className="mb-2 w-full max-w-measure">
              <SignedIn
                chain={chain}
                kept="Your draft is kept."
                why="Nobody else is given your draft: that is why your account is asked for."
              >
                {(address) => <Begin roundId={roundId} address={address} />}
              </SignedIn>
            </div>
          ) : (
            <Button onClick={() => ask(true)}>Keep it on my other devices too</Button>
          )}
          <p className="max-w-measure text-13 text-second">
            For this you sign in with your account, here and there: a short text, never a transaction. What
            you decided on another device comes here, and nothing of either is lost. The draft is shown to
            nobody else, stands in no public record, and is deleted when voting closes or when you say so.
            Whoever runs {host} could read it.
          </p>
        </div>
      )}
    </>
  )
}
