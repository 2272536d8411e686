'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { unreached } from '#components/ui/unreached.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { cancelRoundAction, freezeRoundAction } from '#lib/flows/draft-round/actions.ts'
import * as text from '#messages/studio/draft-acts.ts'

type Problem = { title: string; next: string; code: string }

/** Opens submissions: the rules freeze, and the page says so before the press. */
export function FreezeRound({ chain, id }: { chain: WalletChain; id: string }) {
  const router = useRouter()
  const [problem, setProblem] = useState<Problem>()
  const [running, setRunning] = useState(false)
  async function freeze() {
    setRunning(true)
    const result = await freezeRoundAction({ id }).catch(unreached)
    setRunning(false)
    if (!result.ok) return setProblem(result)
    router.push(`/desk/rounds/${result.value.roundId}`)
    router.refresh()
  }
  return (
    <div className="max-w-measure">
      {problem && (
        <Notice title={problem.title} code={problem.code} live="alert" headingLevel={3}>
          {problem.next}
        </Notice>
      )}
      <WalletIsland chain={chain}>
        <SignedIn chain={chain} kept={text.draftKept} why={text.whyFreeze}>
          {() => (
            <Button kind="main" size={44} disabled={running} onClick={freeze}>
              {running ? text.freezing : text.freeze}
            </Button>
          )}
        </SignedIn>
      </WalletIsland>
    </div>
  )
}

/** Before the chain knows the round its director may cancel it, with a reason that everybody reads. */
export function CancelRound({ chain, id }: { chain: WalletChain; id: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<string>()
  async function cancel(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    const result = await cancelRoundAction({ id, reason }).catch(unreached)
    if (!result.ok) return setError(result.fields.reason ?? `${result.title} ${result.next}`)
    router.refresh()
  }
  if (!open)
    return (
      <Button size={32} onClick={() => setOpen(true)}>
        {text.cancelRound}
      </Button>
    )
  return (
    <WalletIsland chain={chain}>
      <SignedIn chain={chain} kept={text.nothingCancelled} why={text.whyCancel}>
        {() => (
          <form onSubmit={cancel} className="grid max-w-measure gap-3">
            <TextField
              name="reason"
              label={text.reason}
              hint={text.everybodyReads}
              error={error}
              maxLength={200}
            />
            <div className="flex gap-2">
              <Button type="submit" size={32}>
                {text.cancelForGood}
              </Button>
              <Button size={32} onClick={() => setOpen(false)}>
                {text.keepIt}
              </Button>
            </div>
          </form>
        )}
      </SignedIn>
    </WalletIsland>
  )
}
