import { isSealed } from '#lib/protocol/brief-private.ts'
import type { UnnumberedMetadata } from '#lib/protocol/candidates.ts'
import type { Address } from '#lib/protocol/primitives.ts'

type Source = {
  brief: { prompt: string; licence: string; royaltyReceiver: Address }
  /** What the brief asked for by name. */
  traits: { name: string; value: string }[]
  /** Null for a work that was brought: it was made of no seed here. */
  seed: string | null
  model: string
  provider: string
  /** What the provider says of the picture; null when it says nothing. */
  description: {
    title: string
    alt: string
    medium: string
    traits: { name: string; value: string }[]
  } | null
}

const TITLE_WORDS = 6
const TITLE_LENGTH = 60
const UNTITLED = 'Untitled'

/** Cut to a number of UTF-16 units, never inside a letter. */
function clip(text: string, length: number): string {
  const whole = text.normalize('NFC')
  if (whole.length <= length) return whole
  let cut = ''
  for (const letter of whole) {
    if (cut.length + letter.length > length - 1) break
    cut += letter
  }
  return `${cut}…`
}

const tidy = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What a work shows, when its creator keeps the words. */
export const KEPT_PRIVATE = 'A picture made from words that its creator keeps private.'

/** A title from the first words of a prompt: in sentence case, up to the first stop, without a loose end. */
export function titleFrom(prompt: string): string {
  if (isSealed({ prompt })) return UNTITLED
  const sentence =
    tidy(prompt)
      .split(/[.;:!?\n]/)
      .find((part) => part.trim() !== '') ?? ''
  const words = sentence.trim().split(' ').slice(0, TITLE_WORDS)
  const title = words.join(' ').replace(/[\s,–—-]+$/u, '')
  return title === '' ? UNTITLED : clip(title.charAt(0).toUpperCase() + title.slice(1), TITLE_LENGTH)
}

/** What a provider is called on a label, where its id is no name. */
const MAKER: Record<string, string> = {
  aihorde: 'AI Horde',
  'openai-images': 'images API',
  comfyui: 'ComfyUI',
  cog: 'Cog',
}

/** Servers of one kind are told apart by names that are nobody else's business: `comfyui-home`. */
const makerOf = (provider: string) => MAKER[provider] ?? MAKER[provider.split('-')[0] ?? ''] ?? provider

/** One line on what it was made with, in words that promise nothing: "procedural: woodcut, seed 4812". */
export function mediumOf({ description, provider, model, seed }: Omit<Source, 'brief' | 'traits'>): string {
  const made = `${makerOf(provider)}: ${model}`
  return description?.medium ?? (seed === null ? made : `${made}, seed ${seed}`)
}

/** A finished work's maker repeats its prompt; of a seal nobody sees anything. */
function altFrom({ brief, description }: Source): string {
  if (isSealed(brief)) return KEPT_PRIVATE
  return description?.alt ?? `A picture made from the brief “${tidy(brief.prompt)}”.`
}

/** The core metadata of a work, before it has a number. */
export function metadataOf(source: Source): UnnumberedMetadata {
  const { brief, description, seed } = source
  const prompt = tidy(brief.prompt)
  const traits = [
    { name: 'Medium', value: mediumOf(source) },
    ...(description?.traits ?? [{ name: 'Model', value: source.model }]),
    ...(seed === null ? [] : [{ name: 'Seed', value: seed }]),
    ...source.traits,
  ]
  return {
    title: clip(tidy(description?.title ?? titleFrom(prompt)), 120),
    description: isSealed(brief) ? `${KEPT_PRIVATE} ${prompt}` : clip(prompt, 2000),
    alt: clip(tidy(altFrom(source)), 1000),
    traits: traits.slice(0, 64).map(({ name, value }) => ({ name: clip(name, 64), value: clip(value, 128) })),
    licence: brief.licence,
    royaltyReceiver: brief.royaltyReceiver,
  }
}
