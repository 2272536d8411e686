'use client'

import { type FormEvent, useState } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import * as text from '#messages/voting/power-by-address.ts'
import { powerViewOf, useEligibility } from './eligibility.ts'
import { PowerPanel } from './power-panel.tsx'

const ADDRESS = /^0x[0-9a-fA-F]{40}$/

/** The votes of one known address, with what to do when the chain does not answer. */
export function PowerOf({ roundId, slug, address }: { roundId: string; slug: string; address: string }) {
  const power = useEligibility(roundId, address)
  const ways = (
    <ButtonLink href={`/rounds/${slug}/power?address=${address}`} kind="link">
      {text.rowByRow}
    </ButtonLink>
  )
  if (power.kind === 'found')
    return (
      <div>
        <PowerPanel power={powerViewOf(power.found)}>{ways}</PowerPanel>
        {power.found.pending && (
          <div className="mt-3 flex flex-wrap items-baseline gap-x-4">
            <Button size={32} onClick={power.again}>
              {text.again}
            </Button>
            {ways}
          </div>
        )}
      </div>
    )
  if (power.kind === 'unavailable')
    return (
      <Notice
        title={text.silent}
        code="power-unavailable"
        headingLevel={3}
        actions={
          <Button size={32} onClick={power.again}>
            {text.again}
          </Button>
        }
      >
        {text.stillSign}
      </Notice>
    )
  return <PowerPanel power={{ state: 'pending', text: text.reading }} />
}

/** "Do I have votes?", answered by address before any wallet is asked. */
export function PowerByAddress({ roundId, slug }: { roundId: string; slug: string }) {
  const [address, setAddress] = useState<string | null>(null)
  const [error, setError] = useState<string>()

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('address') ?? '').trim()
    const good = ADDRESS.test(typed)
    setError(good ? undefined : text.notAnAddress)
    setAddress(good ? typed.toLowerCase() : null)
  }

  return (
    <div>
      <form onSubmit={ask} className="grid gap-2">
        <TextField
          name="address"
          label={text.address}
          mono
          autoComplete="off"
          spellCheck={false}
          error={error}
          hint={text.hint}
        />
        <div>
          <Button type="submit" size={32}>
            {text.show}
          </Button>
        </div>
      </form>
      {address && (
        <div className="mt-4">
          <PowerOf roundId={roundId} slug={slug} address={address} />
        </div>
      )}
    </div>
  )
}
