import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pictureOf } from '#components/art/hung-work.ts'
import { workHref } from '#components/art/work-address.ts'
import { BriefForm } from '#components/studio/brief-form.tsx'
import { MAX_PROMPT } from '#components/studio/brief-input.ts'
import { BriefProgress } from '#components/studio/brief-progress.tsx'
import { WatchSignage, WriteSignage } from '#components/studio/brief-signage.tsx'
import { BriefSteps } from '#components/studio/brief-step.tsx'
import type { ParentPieceView } from '#components/studio/parent-piece.tsx'
import { providerChoices } from '#components/studio/provider-words.ts'
import { WorkForm } from '#components/studio/work-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { hungWork } from '#lib/candidates/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { briefProgress, providerViews, signedBrief, workTaker } from '#lib/flows/submit/loaders.ts'
import { ANY_PROVIDER, type ProviderView } from '#lib/generation/schema.ts'
import { isSealedRecipe } from '#lib/protocol/brief-private.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/app/rounds/submit.ts'

type Open = RoundView & { roundId: NonNullable<RoundView['roundId']> }
type PageProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{
    brief?: string | string[]
    of?: string | string[]
    bring?: string | string[]
  }>
}

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

const takesBriefs = (round: RoundView) =>
  round.state === 'submissions' && !round.admissionEnded && round.now < round.submissionsCloseAt

function Unavailable({ round, brief }: { round: RoundView; brief: boolean }) {
  const toTheWall = (
    <ButtonLink href={`/rounds/${round.slug}`} size={32}>
      {text.toWall}
    </ButtonLink>
  )
  if (brief)
    return (
      <Notice title={text.noSuchBrief} code="not-found" actions={toTheWall}>
        {text.whereBriefsAre}
      </Notice>
    )
  return (
    <Notice title={text.takesNone} code="brief-window" actions={toTheWall}>
      {text.tookUntil(formatMoment(round.submissionsCloseAt * 1000))}
    </Notice>
  )
}

/** The work that `of` names, as the form shows it; null when it hangs nowhere. */
async function parentPiece(
  of: string | undefined,
  providers: readonly ProviderView[],
): Promise<ParentPieceView | null> {
  const found = /^[0-9a-f]{64}$/.test(of ?? '') ? await hungWork(`sha256:${of}`) : null
  if (!found) return null
  const { work, round, recipe } = found
  const made = providers.find(({ model }) => model === recipe.model.id) ?? providers[0]
  return {
    contentHash: work.contentHash,
    title: work.title,
    creatorName: work.creatorName,
    href: workHref(round.slug, work),
    picture: pictureOf(work),
    prompt: isSealedRecipe(recipe) ? '' : recipe.template.text.slice(0, MAX_PROMPT),
    provider: made?.id ?? '',
  }
}

const briefRound = (round: Open) => ({
  roundId: round.roundId,
  slug: round.slug,
  chainId: round.rules.chainId,
  collection: round.rules.collection,
  licence: round.rules.licence.id,
  now: round.now,
})

/** The other way to a work on the wall, in a line. */
function OtherWay({ asks, says, href }: { asks: string; says: string; href: string }) {
  return (
    <p className="mb-5 flex flex-wrap items-baseline gap-x-2 text-13 text-second">
      {asks}
      <ButtonLink href={href} kind="link">
        {says}
      </ButtonLink>
    </p>
  )
}

function Bring({ round }: { round: Open }) {
  const taker = workTaker(round)
  const href = `/rounds/${round.slug}/submit`
  if (!taker)
    return (
      <Notice
        title={text.bringsNone}
        code="provider-inputs"
        actions={<ButtonLink href={href}>{text.writeBrief}</ButtonLink>}
      />
    )
  return (
    <>
      <OtherWay asks={text.notMade} says={text.writeBrief} href={href} />
      <WorkForm chain={siteView().chain} round={briefRound(round)} provider={taker} />
    </>
  )
}

async function Write({ round, of }: { round: Open; of: string | undefined }) {
  const providers = providerViews(round)
  const parent = await parentPiece(of, providers)
  return (
    <>
      {!of && workTaker(round) && (
        <OtherWay
          asks={text.madeAlready}
          says={text.bring}
          href={`/rounds/${round.slug}/submit?bring=work`}
        />
      )}
      {of && !parent && (
        <Notice title={text.noParent} code="parent-unknown">
          {text.withoutParent}
        </Notice>
      )}
      <BriefForm
        key={parent?.contentHash ?? ''}
        chain={siteView().chain}
        providers={providerChoices(providers, round.routing)}
        privateProviders={providerChoices(
          providers.filter(({ seesThePrompt }) => seesThePrompt !== 'strangers'),
          round.routing,
        )}
        {...(parent && { parent })}
        round={{ ...briefRound(round), ...(parent && { parent: parent.contentHash }) }}
      />
    </>
  )
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export default async function SubmitToRoundPage({ params, searchParams }: PageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const [digest, of, brings] = [one(query.brief), one(query.of), one(query.bring) === 'work']
  const round = await roundBySlug(slug)
  const { roundId } = round ?? {}
  if (!round || !roundId) notFound()
  const [progress, brief] = digest
    ? await Promise.all([briefProgress(roundId, digest), signedBrief(round.rowId, digest)])
    : [null, null]
  const open = takesBriefs(round)
  const watching = progress && brief && digest ? { progress, brief, digest } : null
  return (
    <Shell
      room="desk"
      current="submit"
      community={round.community}
      kept={watching ? text.keptMaking : text.keptWords}
    >
      <BriefSteps start={watching ? 2 : 0}>
        <Frame
          signage={
            watching ? (
              <WatchSignage round={round} brief={watching.brief} />
            ) : (
              <WriteSignage round={round} brings={brings} />
            )
          }
        >
          {watching ? (
            <>
              <BriefProgress
                key={watching.digest}
                roundId={roundId}
                slug={round.slug}
                briefId={watching.digest}
                start={watching.progress}
                open={open}
                mine={watching.brief.mine}
                routed={watching.brief.provider === ANY_PROVIDER}
              />
              {open && (
                <div className="mt-8">
                  <ButtonLink href={`/rounds/${round.slug}/submit`}>{text.another}</ButtonLink>
                </div>
              )}
            </>
          ) : open && !digest ? (
            brings ? (
              <Bring round={{ ...round, roundId }} />
            ) : (
              <Write round={{ ...round, roundId }} of={of} />
            )
          ) : (
            <Unavailable round={round} brief={digest !== undefined} />
          )}
        </Frame>
      </BriefSteps>
    </Shell>
  )
}
