import 'server-only'
import { pictureState } from '#lib/flows/generate/picture-progress.ts'
import { progressOfBrief } from '#lib/flows/generate/progress-of-brief.ts'
import { briefsOfCreator, findBrief, findBriefOf } from '#lib/generation/data.ts'
import { mayRender, takesWork } from '#lib/generation/may-render.ts'
import type { Provider } from '#lib/generation/port.ts'
import { findPrivatePrompt } from '#lib/generation/prompts/data.ts'
import { readableWords } from '#lib/generation/prompts/readable-words.ts'
import { providers } from '#lib/generation/registry.ts'
import type { BriefLine, BriefProgress, ProviderView, SignedBriefView } from '#lib/generation/schema.ts'
import { currentSession } from '#lib/platform/cookies.ts'
import { db } from '#lib/platform/db.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import { bytes32Schema } from '#lib/protocol/primitives.ts'

function providerView(provider: Provider): ProviderView {
  const { costMicroUsd, latencyMs } = provider.quote()
  const { id, model } = provider
  return { id, model: model.id, costMicroUsd, latencyMs, seesThePrompt: provider.capabilities().privacy }
}

/** The provider that takes the finished works of a round; null where it takes none. */
export function workTaker(round: Parameters<typeof mayRender>[1]): string | null {
  const taker = providers()
    .list()
    .find((provider) => takesWork(provider) && mayRender(provider, round))
  return taker?.id ?? null
}

/**
 * The providers that a creator can choose from in a round, with cost and time of one picture; the default
 * first: volunteers, where the director lets them in.
 */
export function providerViews(round: Parameters<typeof mayRender>[1]): ProviderView[] {
  const views = providers()
    .list()
    .filter((provider) => mayRender(provider, round) && !takesWork(provider))
    .map(providerView)
  const isVolunteer = ({ seesThePrompt }: ProviderView) => seesThePrompt === 'strangers'
  return [...views.filter(isVolunteer), ...views.filter((view) => !isVolunteer(view))]
}

/** Where the pictures of a brief stand; null when the round has no such brief. */
export async function briefProgress(roundId: string, digest: string): Promise<BriefProgress | null> {
  const parsed = bytes32Schema.safeParse(digest)
  return parsed.success ? progressOfBrief(db(), roundId, parsed.data) : null
}

/** What was signed, and whether whoever is signed in signed it; null when the round has no such brief. */
export async function signedBrief(roundRowId: string, digest: string): Promise<SignedBriefView | null> {
  const parsed = bytes32Schema.safeParse(digest)
  const place = parsed.success ? await findBriefOf(db(), roundRowId, parsed.data) : null
  const [brief, session] = await Promise.all([place && findBrief(db(), place.id), currentSession()])
  if (!brief) return null
  const { prompt, traits, creatorName, count, provider, acceptedAt, creator } = brief
  const mine = session?.address === creator
  const words = isSealed(brief)
    ? readableWords(await findPrivatePrompt(db(), brief.id), { isCreator: mine })
    : null
  return { prompt, words, traits, creatorName, count, provider, acceptedAt, mine }
}

/** The briefs of whoever is signed in; null when nobody is. */
export async function ownBriefs(): Promise<{ address: string; briefs: BriefLine[] } | null> {
  const session = await currentSession()
  if (!session) return null
  const briefs = await briefsOfCreator(db(), session.address)
  return {
    address: session.address,
    briefs: briefs.map(({ pictures, ...brief }) => ({ ...brief, pictures: pictures.map(pictureState) })),
  }
}
