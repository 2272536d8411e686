import { describe, expect, it } from 'vitest'
import {
  isSealed,
  isSealedRecipe,
  openPrompt,
  promptSealIn,
  promptSealOf,
  sealedPrompt,
  withWords,
  wordsBehind,
} from './brief-private.ts'
import { concatBytes, fileHashOf, utf8 } from './bytes.ts'
import type { Recipe } from './recipe.ts'

const salt = `0x${'5a'.repeat(32)}` as const
const words = { text: 'A lighthouse, three inks', salt }
const seal = promptSealOf(words)
const brief = { prompt: sealedPrompt(seal) }
const refused = expect.objectContaining({ code: 'prompt-commitment' })

describe('the seal of a private prompt', () => {
  it('is SHA-256 over the tag, the salt and the words', () => {
    const bytes = concatBytes(
      utf8('verso/1/private-prompt'),
      Uint8Array.of(0),
      new Uint8Array(32).fill(0x5a),
      utf8(words.text),
    )
    expect(seal).toBe(fileHashOf(bytes))
    expect(brief.prompt).toBe(`Prompt: ${seal}`)
  })

  it('is found in the prompt that is it, and in no other', () => {
    expect(promptSealIn(brief)).toBe(seal)
    expect(isSealed(brief)).toBe(true)
    expect(promptSealIn({ prompt: 'Prompt: a lighthouse' })).toBeNull()
    expect(promptSealIn({ prompt: `A lighthouse; ${brief.prompt}` })).toBeNull()
  })

  it.each([
    `${brief.prompt} `,
    `${brief.prompt}\nand words`,
    `${brief.prompt}, and words`,
    brief.prompt.replace('Prompt: ', 'Prompt:'),
    brief.prompt.toUpperCase().replace('PROMPT: SHA256', 'Prompt: sha256'),
    brief.prompt.slice(0, -1),
  ])('refuses %j', (prompt) => {
    expect(() => promptSealIn({ prompt })).toThrowError(refused)
    expect(isSealed({ prompt })).toBe(false)
  })

  it('opens with its words and its salt alone', () => {
    expect(openPrompt(brief, words)).toEqual(words)
    expect(() => openPrompt(brief, { ...words, text: `${words.text}.` })).toThrowError(refused)
    expect(() => openPrompt(brief, { ...words, salt: `0x${'5b'.repeat(32)}` })).toThrowError(refused)
    expect(() => openPrompt({ prompt: words.text }, words)).toThrowError(refused)
  })

  it.each([
    ['half a letter', { ...words, text: 'a\ud800' }, 'prompt-commitment'],
    ['a NUL', { ...words, text: 'a\0' }, 'prompt-commitment'],
    ['no words', { ...words, text: '' }, 'schema-invalid'],
    ['a short salt', { ...words, salt: '0x5a' }, 'schema-invalid'],
    ['something besides', { ...words, more: 1 }, 'schema-invalid'],
  ])('refuses %s', (_what, given, code) => {
    const prompt = sealedPrompt(promptSealOf({ ...words, text: given.text }))
    expect(() => openPrompt({ prompt }, given)).toThrowError(expect.objectContaining({ code }))
  })

  it('comes with words, and words come with nothing else', () => {
    expect(wordsBehind(brief, words)).toEqual(words)
    expect(wordsBehind({ prompt: words.text }, undefined)).toBeNull()
    expect(() => wordsBehind(brief, undefined)).toThrowError(refused)
    expect(() => wordsBehind({ prompt: words.text }, words)).toThrowError(refused)
  })

  it('stands in a recipe where its picture is made of the words', () => {
    const recipe = { template: { id: 'brief', version: '1', text: `${brief.prompt}, dense` } } as Recipe
    expect(isSealedRecipe(recipe)).toBe(true)
    const made = withWords(recipe, { text: 'A  $& lighthouse\n' })
    expect(made.template.text).toBe('A $& lighthouse, dense')
    expect(recipe.template.text).toBe(`${brief.prompt}, dense`)
    expect(isSealedRecipe({ template: { ...recipe.template, text: `${brief.prompt}dense` } })).toBe(false)
  })
})
