import { z } from 'zod'
import { bytesOf32, bytesToHex, taggedHash, utf8 } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import { bytes32Schema, type FileHash } from './primitives.ts'
import type { Recipe } from './recipe.ts'
import { parseShape } from './shape.ts'
import type { Brief } from './typed-data.ts'

const NAMED = /^Prompt:\s*sha256:/
const LINE = /^Prompt: (sha256:[0-9a-f]{64})$/
const IN_RECIPE = /^Prompt: sha256:[0-9a-f]{64}(?=, |$)/

/** The words behind a sealed prompt, and the salt that keeps them from being guessed. Lengths count code points. */
export const promptOpeningSchema = z.strictObject({
  text: z.string().min(1).max(2000),
  salt: bytes32Schema,
})
export type PromptOpening = z.infer<typeof promptOpeningSchema>

/** SHA-256(tag "private-prompt" ‖ salt ‖ UTF-8 of the words), in the notation of files. */
export function promptSealOf({ text, salt }: PromptOpening): FileHash {
  const hash = bytesToHex(taggedHash('private-prompt', bytesOf32(salt), utf8(text)))
  return `sha256:${hash.slice('0x'.length)}`
}

/** What a creator signs in place of words that are kept private. */
export const sealedPrompt = (seal: FileHash): string => `Prompt: ${seal}`

/**
 * The seal of a prompt whose words are kept private: the prompt is `Prompt: sha256:<64 hex digits>` and nothing else.
 * @returns null for a prompt in words
 * @throws ProtocolError `prompt-commitment` for one that begins so and goes on otherwise
 */
export function promptSealIn({ prompt }: Pick<Brief, 'prompt'>): FileHash | null {
  if (!NAMED.test(prompt)) return null
  const seal = LINE.exec(prompt)?.[1]
  if (!seal)
    throw new ProtocolError(
      'prompt-commitment',
      'a private prompt is Prompt: sha256:<64 hex digits>, and nothing else',
    )
  return seal as FileHash
}

/** Whether a brief seals its words; what only begins like a seal is words. */
export const isSealed = ({ prompt }: Pick<Brief, 'prompt'>): boolean => LINE.test(prompt)

/** Whether a recipe's text begins with the seal of its words. */
export const isSealedRecipe = ({ template }: Pick<Recipe, 'template'>): boolean =>
  IN_RECIPE.test(template.text)

/** The recipe as its picture is made: the words where their seal stands. It is neither kept nor hashed anywhere. */
export function withWords(recipe: Recipe, { text }: Pick<PromptOpening, 'text'>): Recipe {
  const { template } = recipe
  const words = template.text.replace(IN_RECIPE, () => text.replace(/\s+/g, ' ').trim())
  return { ...recipe, template: { ...template, text: words } }
}

/**
 * Checks words and salt against the prompt that was signed.
 * @throws ProtocolError `schema-invalid`, `prompt-commitment`
 */
export function openPrompt(brief: Pick<Brief, 'prompt'>, given: unknown): PromptOpening {
  const opening = parseShape(promptOpeningSchema, given, 'prompt')
  // UTF-8 has no place for half a pair: two texts would have one seal.
  if (!opening.text.isWellFormed() || opening.text.includes('\0'))
    throw new ProtocolError('prompt-commitment', 'the words of a private prompt are no whole text')
  if (promptSealIn(brief) !== promptSealOf(opening))
    throw new ProtocolError('prompt-commitment', 'the words and the salt are not those that were sealed')
  return opening
}

/**
 * The words that a signed brief comes with, where it seals them.
 * @returns null for a prompt in words
 * @throws ProtocolError `schema-invalid`, `prompt-commitment`
 */
export function wordsBehind(brief: Pick<Brief, 'prompt'>, given: unknown): PromptOpening | null {
  if (promptSealIn(brief) !== null) {
    if (given === undefined)
      throw new ProtocolError('prompt-commitment', 'a private prompt comes with its words and its salt')
    return openPrompt(brief, given)
  }
  if (given !== undefined)
    throw new ProtocolError('prompt-commitment', 'words and salt come with a private prompt alone')
  return null
}
