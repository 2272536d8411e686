import { bytesOf32, taggedHash } from '#lib/protocol/bytes.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Recipe, recipeSchema } from '#lib/protocol/recipe.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'

/** Pixels of the box that a picture is made to fit. */
const BOX = 1024

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

const clip = (text: string, length: number) => [...text].slice(0, length).join('')

/**
 * Traits of a brief: `name: value`, separated by semicolons or lines; a part without a colon is a value
 * of its own. At most 64.
 */
export function traitsOf(text: string): { name: string; value: string }[] {
  const parts = text.split(/[;\n]/).map(squeeze).filter(Boolean)
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

/** The seed of one picture: 31 bits of SHA-256(tag "seed" ‖ brief digest ‖ index as uint32). */
export function seedOf(briefDigest: Bytes32, index: number): number {
  const place = new Uint8Array(4)
  new DataView(place.buffer).setUint32(0, index)
  const hash = taggedHash('seed', bytesOf32(briefDigest), place)
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0) >>> 1
}

/** What a recipe takes from the provider that will render it. */
export type RecipeModel = { id: string; version: string; parameters: Recipe['parameters'] }

/** The recipe of one picture of a brief. */
export function recipeOf(brief: Brief, digest: Bytes32, index: number, model: RecipeModel): Recipe {
  return recipeSchema.parse({
    template: { id: 'brief', version: '1', text: promptText(brief) },
    traits: traitsOf(brief.traits),
    seed: String(seedOf(digest, index)),
    model: { id: model.id, version: model.version, weightsHash: null },
    loras: [],
    parameters: model.parameters,
    inputs: [],
    parents: [],
    licence: brief.licence,
    brief: digest,
    width: BOX,
    height: BOX,
  })
}
