'use client'

import { type FormEvent, useState } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { powerViewOf, useEligibility } from './eligibility.ts'
import { PowerPanel } from './power-panel.tsx'

const ADDRESS = /^0x[0-9a-fA-F]{40}$/

/** The votes of one known address, with what to do when the chain does not answer. */
export function PowerOf({ roundId, slug, address }: { roundId: string; slug: string; address: string }) {
  const power = useEligibility(roundId, address)
  const ways = (
    <ButtonLink href={`/rounds/${slug}/power?address=${address}`} kind="link">
      Row by row, to send on
    </ButtonLink>
  )
  if (power.kind === 'found')
    return (
      <div>
        <PowerPanel power={powerViewOf(power.found)}>{ways}</PowerPanel>
        {power.found.pending && (
          <div className="mt-3 flex flex-wrap items-baseline gap-x-4">
            <Button size={32} onClick={power.again}>
              Ask again
            </Button>
            {ways}
          </div>
        )}
      </div>
    )
  if (power.kind === 'unavailable')
    return (
      <Notice
        title="The chain that gives the votes does not answer."
        code="power-unavailable"
        headingLevel={3}
        actions={
          <Button size={32} onClick={power.again}>
            Ask again
          </Button>
        }
      >
        Your picks are kept, and you can sign all the same: votes are weighed in the count.
      </Notice>
    )
  return <PowerPanel power={{ state: 'pending', text: 'Reading your votes at the snapshot …' }} />
}

/** "Do I have votes?", answered by address before any wallet is asked. */
export function PowerByAddress({ roundId, slug }: { roundId: string; slug: string }) {
  const [address, setAddress] = useState<string | null>(null)
  const [error, setError] = useState<string>()

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('address') ?? '').trim()
    const good = ADDRESS.test(text)
    setError(good ? undefined : 'An address has 0x and 40 hexadecimal digits.')
    setAddress(good ? text.toLowerCase() : null)
  }

  return (
    <div>
      <form onSubmit={ask} className="grid gap-2">
        <TextField
          name="address"
          label="Your address"
          mono
          autoComplete="off"
          spellCheck={false}
          error={error}
          hint="Shows your votes without connecting anything."
        />
        <div>
          <Button type="submit" size={32}>
            Show my votes
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
