'use client'

import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import * as text from '#messages/wallet/wallet-stage.ts'
import { useWaitedLong } from './patience.ts'
import { failureCopy, type WalletFailure } from './wallet-failure.ts'

/** The wallet is open: what to do there, and a cancel that always works. */
export function WalletOpen({ doing, onCancel }: { doing: string; onCancel: () => void }) {
  const long = useWaitedLong(true)
  return (
    <div role="status" className="border border-fg p-4">
      <h3 className="font-figure text-18">{text.open}</h3>
      <p className="mt-1 text-15">{doing}</p>
      <div aria-hidden="true" className="mt-3 h-[3px] bg-line">
        <div className="wallet-wait h-full bg-fg" />
      </div>
      {long && <p className="mt-3 text-15">{text.noAnswer}</p>}
      <div className="mt-4">
        <Button onClick={onCancel}>{text.stop}</Button>
      </div>
    </div>
  )
}

type FailureProps = { failure: WalletFailure; kept: string; onBack: () => void }

/** Neutral, never red: a closed wallet is a choice. */
export function WalletFailed({ failure, kept, onBack }: FailureProps) {
  const copy = failureCopy(failure, kept)
  return (
    <Notice
      title={copy.title}
      code={copy.code}
      live={failure.kind === 'rejected' ? 'status' : 'alert'}
      headingLevel={3}
      actions={
        <Button size={32} onClick={onBack}>
          {text.back}
        </Button>
      }
    >
      {copy.next}
    </Notice>
  )
}
