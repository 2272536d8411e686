import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { PowerBreakdown } from '#components/voting/power-breakdown.tsx'
import { eligibility } from '#lib/ballots/loaders.ts'
import { pastedAddressSchema } from '#lib/communities/schema.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'

type PageProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ address?: string | string[] }>
}

export const metadata: Metadata = { title: 'Votes of an address' }
export const dynamic = 'force-dynamic'

const NO_ADDRESS = 'An address has 0x and 40 hexadecimal digits. Names are not looked up here.'

/** Anybody's votes in a round, by address alone: no wallet, no script, and an address that can be sent on. */
export default async function PowerPage({ params, searchParams }: PageProps) {
  const round = await roundBySlug((await params).slug)
  if (!round?.roundId) notFound()
  const { address } = await searchParams
  const typed = typeof address === 'string' ? address.trim() : ''
  const asked = pastedAddressSchema.safeParse(typed)
  const wall = `/rounds/${round.slug}`
  return (
    <Shell room="desk" current="rounds" community={round.community}>
      <Frame
        signage={
          <Signage
            title="Votes"
            eyebrow={round.title}
            actions={
              <ButtonLink href={wall} kind="link">
                Back to the wall
              </ButtonLink>
            }
          >
            <p>
              Votes are weighed at {formatMoment(round.rules.snapshotAt * 1000, { year: true })}. Type any
              address: nothing is connected, and nothing is kept.
            </p>
          </Signage>
        }
      >
        <div className="grid gap-8">
          <form method="get" action={`${wall}/power`} className="grid max-w-measure gap-2">
            <TextField
              name="address"
              label="Address"
              mono
              autoComplete="off"
              spellCheck={false}
              defaultValue={typed}
              {...(typed !== '' && !asked.success
                ? { error: NO_ADDRESS }
                : { hint: 'Any account of yours.' })}
            />
            <div>
              <Button type="submit" kind="main" size={44}>
                Show its votes
              </Button>
            </div>
          </form>
          {asked.success && (
            <PowerBreakdown
              found={await eligibility({ roundId: round.roundId, address: asked.data })}
              again={`${wall}/power?address=${asked.data}`}
            />
          )}
        </div>
      </Frame>
    </Shell>
  )
}
