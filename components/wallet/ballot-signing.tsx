'use client'

import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import * as text from '#messages/wallet/ballot-signing.ts'
import { AccountLine, ConnectButton, SwitchNetwork, useIsBorrowed, useWalletAccount } from './account.tsx'
import type { SignBallotState } from './sign-ballot.ts'
import type { WalletChain } from './wallet-chain.ts'
import { WalletFailed, WalletOpen } from './wallet-stage.tsx'

type SignProps = {
  chain: WalletChain
  /** A ballot may be signed for any of these. */
  signingChains: readonly number[]
  /** What is signed: "4 works, 120 votes". */
  summary: string
  /** Votes of the account; null while they are not known. A silent chain never keeps a ballot out. */
  votes: string | null
  /** Whether the answer about the votes is still to come. */
  asking: boolean
  /** In words what keeps this ballot from being signed. */
  lack: string | null
  state: SignBallotState
  sign: () => void
  review: () => void
  onSequence: (last: bigint) => void
}

function Outcome({ state, review, onSequence }: Pick<SignProps, 'state' | 'review' | 'onSequence'>) {
  if (state.kind === 'failed')
    return <WalletFailed failure={state.failure} kept={text.ballotKept} onBack={review} />
  if (state.kind === 'unsent')
    return (
      <Notice
        title={text.unsent}
        code="ballot-unsent"
        live="alert"
        headingLevel={3}
        actions={
          <Button size={32} onClick={state.send}>
            {text.sendAgain}
          </Button>
        }
      >
        {text.signatureKept}
      </Notice>
    )
  if (state.kind !== 'refused') return null
  const { refused } = state
  const last = refused.lastSequence
  return (
    <Notice
      title={refused.title}
      code={refused.code}
      live="alert"
      headingLevel={3}
      actions={
        <Button size={32} onClick={() => (last ? onSequence(BigInt(last)) : review())}>
          {last ? text.takeNext : text.back}
        </Button>
      }
    >
      {refused.next} {text.picksKept}
    </Notice>
  )
}

/** The one red button, and every stage on the way from a wallet to a receipt. */
export function BallotSigning(props: SignProps) {
  const { chain, signingChains, summary, votes, asking, lack, state, sign, review } = props
  const account = useWalletAccount(chain, signingChains)
  const borrowed = useIsBorrowed()
  if (account.kind === 'none' || account.kind === 'connecting')
    return <ConnectButton>{text.connect}</ConnectButton>
  if (account.kind === 'wrong-network') return <SwitchNetwork chain={chain} />
  if (state.kind === 'wallet-open') return <WalletOpen doing={text.walletShows} onCancel={review} />
  if (state.kind === 'sending')
    return (
      <p role="status" className="text-15">
        {text.sending}
      </p>
    )
  const reason = votes === '0' ? text.noVotes : lack
  return (
    <div className="grid gap-3">
      <Outcome {...props} />
      <Button
        id="sign-ballot"
        kind="act"
        size={52}
        dot="candidate"
        wide
        disabled={asking || reason !== null}
        {...(reason && { reason })}
        onClick={sign}
      >
        {text.sign(summary)}
      </Button>
      <p className="text-13 text-second">
        {borrowed ? text.withBorrowedKey : text.withWallet} {text.free}
      </p>
      <AccountLine address={account.address} />
    </div>
  )
}
