'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import * as text from '#messages/wallet/borrow/borrowed-standing.ts'
import { keepBorrowed, useBorrowed } from './borrowed-role.ts'
import { useGiveBack } from './give-back.ts'

/** The chain that runs here now may be another than the one that this browser borrowed on. */
async function isLocalNow(): Promise<boolean> {
  const answer = await fetch('/api/v1/clock', { cache: 'no-store' })
  if (!answer.ok) throw new Error(String(answer.status))
  const { movable }: { movable?: boolean } = await answer.json()
  return movable === true
}

/** In the masthead of every page: as whom one goes about, and the way to stop it. */
export function BorrowedStanding() {
  const borrowed = useBorrowed()
  const giveBack = useGiveBack()
  const [local, setLocal] = useState(false)
  const role = borrowed?.role
  useEffect(() => {
    if (!role) return
    let current = true
    isLocalNow().then(
      (answer) => {
        if (!current) return
        setLocal(answer)
        if (!answer) keepBorrowed(null)
      },
      () => {},
    )
    return () => {
      current = false
    }
  }, [role])
  if (!borrowed || !local) return null
  return (
    <p className="flex flex-wrap items-center justify-end gap-x-3 text-13 max-band:min-h-11 max-[62rem]:justify-start">
      {text.borrowed(borrowed.name)}
      <Button kind="link" onClick={giveBack}>
        {text.giveBack}
      </Button>
    </p>
  )
}
