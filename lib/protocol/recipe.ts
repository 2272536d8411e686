import { z } from 'zod'
import { fileHashOf } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import { bytes32Schema, decimalSchema, type FileHash, fileHashSchema } from './primitives.ts'
import { parseShape } from './shape.ts'

const nameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)

/** A model by provider-neutral id and version; `weightsHash` null where the maker publishes none. */
const modelSchema = z.strictObject({
  id: z.string().min(1).max(200),
  version: z.string().min(1).max(200),
  weightsHash: fileHashSchema.nullable(),
})

/**
 * Everything that determines one generated file. Who rendered it, when, and for how much is the execution
 * record, kept elsewhere: the same recipe must hash the same, whoever runs it.
 * Integers only; a parameter with a fraction is written as a decimal string.
 */
export const recipeSchema = z.strictObject({
  template: z.strictObject({
    id: nameSchema,
    version: z.string().min(1).max(64),
    text: z.string().max(8000),
  }),
  traits: z
    .array(z.strictObject({ name: z.string().min(1).max(64), value: z.string().min(1).max(128) }))
    .max(64),
  seed: decimalSchema,
  model: modelSchema,
  loras: z
    .array(z.strictObject({ ...modelSchema.shape, scalePermille: z.int().min(-10_000).max(10_000) }))
    .max(16),
  parameters: z.record(nameSchema, z.union([z.string().max(4000), z.int()])),
  inputs: z.array(z.strictObject({ role: nameSchema, sha256: fileHashSchema })).max(16),
  parents: z.array(fileHashSchema).max(16),
  licence: z.string().min(1).max(64),
  brief: bytes32Schema,
  width: z.int().min(1).max(16_384),
  height: z.int().min(1).max(16_384),
})

export type Recipe = z.infer<typeof recipeSchema>

/** @throws ProtocolError `schema-invalid`, and those of `canonicalText` */
export function parseRecipe(value: unknown): Recipe {
  const recipe = parseShape(recipeSchema, value, 'recipe')
  canonicalBytes(recipe)
  return recipe
}

/** SHA-256(JCS(recipe)): the key under which a rendering is kept, and part of the candidate's record. */
export function recipeHashOf(recipe: Recipe): FileHash {
  return fileHashOf(canonicalBytes(recipe))
}
