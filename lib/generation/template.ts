import { isSealed, isSealedRecipe } from '#lib/protocol/brief-private.ts'
import { inputsOf, isDeclared, plainEntries } from '#lib/protocol/brief-work.ts'
import { bytesOf32, taggedHash } from '#lib/protocol/bytes.ts'
import type { Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import { type Recipe, recipeSchema } from '#lib/protocol/recipe.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { type Varied, type Vary, varyBySeed } from './variation.ts'

/** Pixels of the box that a picture is made to fit. */
const BOX = 1024

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

const clip = (text: string, length: number) => [...text].slice(0, length).join('')

/**
 * Traits of a brief: `name: value`, separated by semicolons or lines; a part without a colon is a value
 * of its own. Entries that name a parent or a file are none. At most 64.
 */
export function traitsOf(text: string): { name: string; value: string }[] {
  const parts = plainEntries(text).map(squeeze)
  return parts.slice(0, 64).map((part) => {
    const colon = part.indexOf(':')
    const [name, value] = [squeeze(part.slice(0, Math.max(0, colon))), squeeze(part.slice(colon + 1))]
    if (!name || !value) return { name: 'Trait', value: clip(part, 60) }
    return { name: clip(name, 30), value: clip(value, 60) }
  })
}

/** The words that a provider reads: the prompt, then the style, then the traits. */
export function promptText({ prompt, style, traits }: Pick<Brief, 'prompt' | 'style' | 'traits'>): string {
  const parts = [prompt, style, ...traitsOf(traits).map(({ value }) => value)].map(squeeze).filter(Boolean)
  return parts.join(', ')
}

/** The seed of one picture: 31 bits of SHA-256(tag "seed" ‖ brief digest ‖ place as uint32). */
export function seedOf(briefDigest: Bytes32, place: number): number {
  const counter = new Uint8Array(4)
  new DataView(counter.buffer).setUint32(0, place)
  const hash = taggedHash('seed', bytesOf32(briefDigest), counter)
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0) >>> 1
}

/** What a recipe takes from the provider that will render it. */
export type RecipeModel = { id: string; version: string; parameters: Recipe['parameters']; vary: Vary }

/** The work that a brief asks to vary. */
export type Parent = { contentHash: FileHash; recipe: Recipe }

type Asked = {
  brief: Pick<Brief, 'prompt' | 'style' | 'traits' | 'licence'>
  digest: Bytes32
  model: RecipeModel
  parent: Parent | null
}

/** Where the tries of a picture stand among the places of a brief: the first ones first, then the second ones. */
export const placeOf = (index: number, attempt: number, count: number): number => index + attempt * count

/** A work that another model made, or that its creator only declares, lends its words and nothing else. */
function variedFrom({ brief, digest, model, parent }: Asked, place: number): Varied {
  const text = promptText(brief)
  const fresh = (at: number) => seedOf(digest, at)
  const made = parent?.recipe.model
  const isOwn = made?.id === model.id && made.version === model.version
  if (parent && isOwn && !isDeclared(parent.recipe)) {
    // What a model would compare are seals, and a recipe follows from public facts alone.
    const vary = isSealed(brief) || isSealedRecipe(parent.recipe) ? varyBySeed : model.vary
    return vary(parent.recipe, { text, place, fresh })
  }
  return { text, seed: fresh(place), parameters: model.parameters, moved: null }
}

/** The recipe of one picture of a brief. @param place see `placeOf` */
export function recipeOf(asked: Asked, place: number): Recipe {
  const { brief, digest, model, parent } = asked
  const { text, seed, parameters, moved } = variedFrom(asked, place)
  const traits = traitsOf(brief.traits)
  return recipeSchema.parse({
    template: { id: 'brief', version: '1', text },
    traits: moved ? [...traits.slice(0, 63), { name: 'Variation', value: moved }] : traits,
    seed: String(seed),
    model: { id: model.id, version: model.version, weightsHash: null },
    loras: [],
    parameters,
    inputs: inputsOf(brief),
    parents: parent ? [parent.contentHash] : [],
    licence: brief.licence,
    brief: digest,
    width: BOX,
    height: BOX,
  })
}
