'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Address } from '#lib/protocol/primitives.ts'
import * as words from '#messages/wallet/safe/safe-door.ts'

const ADDRESS = /^0x[0-9a-fA-F]{40}$/

type DoorProps = { declared: Address | null; declare: (address: Address | null) => void }

/** Voting for a Safe without connecting as one: its address is enough. */
export function SafeDoor({ declared, declare }: DoorProps) {
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<string>()
  function take(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('safe') ?? '').trim()
    const good = ADDRESS.test(text)
    setError(good ? undefined : words.noAddress)
    if (good) declare(text.toLowerCase() as Address)
  }
  if (declared)
    return (
      <p className="text-13 text-second">
        {words.votingFor}{' '}
        <span className="type-mono text-fg">{`${declared.slice(0, 6)}…${declared.slice(-4)}`}</span>{' '}
        <Button kind="link" onClick={() => declare(null)}>
          {words.voteForYourself}
        </Button>
      </p>
    )
  if (!open)
    return (
      <p className="text-13 text-second">
        {words.question}{' '}
        <Button kind="link" onClick={() => setOpen(true)}>
          {words.voteForSafe}
        </Button>
      </p>
    )
  return (
    <form onSubmit={take} className="grid gap-2 border-line border-t pt-4">
      <TextField
        name="safe"
        label={words.address}
        mono
        autoComplete="off"
        spellCheck={false}
        error={error}
        hint={words.hint}
      />
      <div>
        <Button type="submit" size={32}>
          {words.voteForThis}
        </Button>
      </div>
    </form>
  )
}
