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
import * as text from '#messages/app/rounds/power.ts'

type PageProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ address?: string | string[] }>
}

export const metadata: Metadata = { title: text.pageTitle }
export const dynamic = 'force-dynamic'

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
            title={text.title}
            eyebrow={round.title}
            actions={
              <ButtonLink href={wall} kind="link">
                {text.backToWall}
              </ButtonLink>
            }
          >
            <p>{text.about(formatMoment(round.rules.snapshotAt * 1000, { year: true }))}</p>
          </Signage>
        }
      >
        <div className="grid gap-8">
          <form method="get" action={`${wall}/power`} className="grid max-w-measure gap-2">
            <TextField
              name="address"
              label={text.address}
              mono
              autoComplete="off"
              spellCheck={false}
              defaultValue={typed}
              {...(typed !== '' && !asked.success ? { error: text.noAddress } : { hint: text.anyAccount })}
            />
            <div>
              <Button type="submit" kind="main" size={44}>
                {text.show}
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
