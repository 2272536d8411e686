import type { ProviderView } from '#lib/generation/schema.ts'
import * as text from '#messages/studio/provider-words.ts'

const LABEL: Record<string, { label: string; hint: string }> = {
  procedural: text.procedural,
  aihorde: text.aihorde,
  import: text.finishedWork,
  replicate: { label: 'Replicate', hint: text.replicateHint },
}

/** Who makes it, inside a sentence. */
export const providerName = (id: string): string =>
  id === 'procedural' ? text.proceduralInSentence : (LABEL[id]?.label ?? id)

const time = (ms: number) => {
  if (ms >= 120_000) return text.minutes
  return ms < 1000 ? text.aSecond : `${Math.round(ms / 1000)} s`
}
const cost = (microUsd: number) => (microUsd === 0 ? text.free : `$${(microUsd / 1_000_000).toFixed(3)}`)

/** A provider as a line of the form: who, what happens to the words, time and cost of one picture. */
export function providerChoice({ id, model, costMicroUsd, latencyMs }: ProviderView) {
  const known = LABEL[id] ?? { label: id, hint: model }
  const label = id === 'procedural' ? known.label : `${known.label}: ${model}`
  return { id, label, hint: known.hint, cost: cost(costMicroUsd), time: time(latencyMs) }
}
