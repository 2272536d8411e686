import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../messages')
const languages = readdirSync(ROOT).filter((name) => name !== 'en')

const filesOf = (language: string) =>
  readdirSync(join(ROOT, language), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(ROOT, language).length + 1))
    .toSorted()

/** What a message takes: nothing, so many values, or the keys it has a text for. */
const shapeOf = (message: unknown): unknown => {
  if (typeof message === 'function') return message.length
  if (Array.isArray(message)) return message.map(shapeOf)
  if (typeof message !== 'object' || message === null) return typeof message
  return Object.fromEntries(
    Object.entries(message)
      .map(([key, value]) => [key, shapeOf(value)] as const)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  )
}

it.each(languages)('%s says all that is said in English, with the same values', async (language) => {
  expect(filesOf(language)).toEqual(filesOf('en'))
  for (const file of filesOf('en')) {
    const [theirs, ours] = await Promise.all(
      [language, 'en'].map(async (one) => ({ ...(await import(join(ROOT, one, file))) })),
    )
    expect(shapeOf(theirs), `${language}/${file}`).toEqual(shapeOf(ours))
  }
})
