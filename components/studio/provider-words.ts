import { ANY_PROVIDER, type ProviderView } from '#lib/generation/schema.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/studio/provider-words.ts'
import { durationWords } from './duration-words.ts'
import { dollars } from './money-words.ts'

type Words = { label: string; hint: string }

const LABEL: Record<string, Words> = {
  procedural: text.procedural,
  aihorde: text.aihorde,
  import: text.finishedWork,
  replicate: { label: 'Replicate', hint: text.modelElsewhere },
  fal: { label: 'fal', hint: text.modelElsewhere },
  'openai-images': { label: 'OpenAI Images', hint: text.modelElsewhere },
}

/** Adapters of which an instance may have several: each server has a name of its own. */
const SERVERS: Record<string, string> = { comfyui: 'ComfyUI', cog: 'Cog', sim: 'Sim' }

function serverName(id: string): string | null {
  const [, adapter = '', name = ''] = /^([a-z]+)-(.+)$/.exec(id) ?? []
  const label = SERVERS[adapter]
  return label ? text.server(label, name) : null
}

const labelOf = (id: string): string => LABEL[id]?.label ?? serverName(id) ?? id

/** Who makes it, inside a sentence. */
export function providerName(id: string): string {
  if (id === ANY_PROVIDER) return text.anyInSentence
  return id === 'procedural' ? text.proceduralInSentence : labelOf(id)
}

/** Who makes it, inside a sentence, by the name of who runs it. */
export const providerShort = (id: string): string => (id === 'aihorde' ? 'AI Horde' : providerName(id))

/** The same, standing alone. */
export const providerTitle = (id: string): string => (id === 'aihorde' ? 'AI Horde' : labelOf(id))

const time = (ms: number) => {
  if (ms >= 120_000) return text.minutes
  return ms < 1000 ? text.aSecond : `${Math.round(ms / 1000)} s`
}
const cost = (microUsd: number) => (microUsd === 0 ? text.free : dollars(microUsd))

/** A provider as a line of the form: who, what happens to the words, time and cost of one picture. */
function providerChoice({ id, model, costMicroUsd, latencyMs, seesThePrompt }: ProviderView) {
  const elsewhere = seesThePrompt === 'this-server' ? text.modelHere : text.modelElsewhere
  const hint = LABEL[id]?.hint ?? elsewhere
  const label = id === 'procedural' ? labelOf(id) : `${labelOf(id)}: ${model}`
  return { id, label, hint, cost: cost(costMicroUsd), time: time(latencyMs) }
}

/** The one that all have, or the most that it can be. */
function most(values: readonly number[], words: (value: number) => string): string {
  const all = new Set(values.map(words))
  const last = words(Math.max(...values))
  return all.size === 1 ? last : text.upTo(last)
}

const FURTHEST = ['strangers', 'provider', 'this-server'] as const

/** In place of a choice: by what the round asks for, among all of them. */
function anyChoice(views: readonly ProviderView[], prefer: RoundView['routing']['prefer']) {
  const furthest = FURTHEST.find((one) => views.some(({ seesThePrompt }) => seesThePrompt === one))
  return {
    id: ANY_PROVIDER,
    label: text.any,
    hint: `${text.prefers[typeof prefer === 'string' ? prefer : 'own']} ${text.mayGo[furthest ?? 'this-server']}`,
    cost: most(
      views.map(({ costMicroUsd }) => costMicroUsd),
      cost,
    ),
    time: most(
      views.map(({ latencyMs }) => latencyMs),
      (ms) => (ms >= 120_000 ? durationWords(ms) : time(ms)),
    ),
  }
}

/** Those that a creator can choose from; where there are several, leaving it to the round comes first. */
export function providerChoices(
  views: readonly ProviderView[],
  { prefer }: Pick<RoundView['routing'], 'prefer'>,
) {
  const choices = views.map(providerChoice)
  return views.length > 1 ? [anyChoice(views, prefer), ...choices] : choices
}
