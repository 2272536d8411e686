import type { ProviderView } from '#lib/generation/schema.ts'

const LABEL: Record<string, { label: string; hint: string }> = {
  procedural: {
    label: 'The procedural artist',
    hint: 'Rules written by hand, no training data. Made on this server; your words stay here.',
  },
  aihorde: {
    label: 'Volunteers’ GPUs',
    hint: 'Computers lent by people you do not know: they see your words and the picture. It can take long, or be turned down.',
  },
  replicate: { label: 'Replicate', hint: 'A model at a provider; your words are sent there.' },
}

/** Who makes it, inside a sentence. */
export const providerName = (id: string): string =>
  id === 'procedural' ? 'the procedural artist' : (LABEL[id]?.label ?? id)

const time = (ms: number) => {
  if (ms >= 120_000) return 'minutes'
  return ms < 1000 ? 'a second' : `${Math.round(ms / 1000)} s`
}
const cost = (microUsd: number) => (microUsd === 0 ? 'free' : `$${(microUsd / 1_000_000).toFixed(3)}`)

/** A provider as a line of the form: who, what happens to the words, time and cost of one picture. */
export function providerChoice({ id, model, costMicroUsd, latencyMs }: ProviderView) {
  const known = LABEL[id] ?? { label: id, hint: model }
  const label = id === 'procedural' ? known.label : `${known.label}: ${model}`
  return { id, label, hint: known.hint, cost: cost(costMicroUsd), time: time(latencyMs) }
}
