'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Address } from '#lib/protocol/primitives.ts'

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
    setError(good ? undefined : 'An address has 0x and 40 hexadecimal digits.')
    if (good) declare(text.toLowerCase() as Address)
  }
  if (declared)
    return (
      <p className="text-13 text-second">
        Voting for the Safe{' '}
        <span className="type-mono text-fg">{`${declared.slice(0, 6)}…${declared.slice(-4)}`}</span>{' '}
        <Button kind="link" onClick={() => declare(null)}>
          Vote for yourself instead
        </Button>
      </p>
    )
  if (!open)
    return (
      <p className="text-13 text-second">
        Do several people hold the votes in a Safe?{' '}
        <Button kind="link" onClick={() => setOpen(true)}>
          Vote for a Safe
        </Button>
      </p>
    )
  return (
    <form onSubmit={take} className="grid gap-2 border-line border-t pt-4">
      <TextField
        name="safe"
        label="Address of the Safe"
        mono
        autoComplete="off"
        spellCheck={false}
        error={error}
        hint="Nothing has to be connected: its owners sign on the next page."
      />
      <div>
        <Button type="submit" size={32}>
          Vote for this Safe
        </Button>
      </div>
    </form>
  )
}
