import type { Text } from './sentences.ts'

/** What stands in a sentence; another sentence may, or several things, with commas between them. */
export type Value = string | number | bigint | Said | readonly Value[]

/** A sentence before it is said in a language: its English text, with `{name}` where a value stands, and the values. */
export type Said = { text: Text; values: Readonly<Record<string, Value>> }

type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** What follows a text where a sentence is given: its values, or nothing. */
export type ValuesOf<T extends Text> = [Names<T>] extends [never] ? [] : [values: Record<Names<T>, Value>]

/** A text and its values as arguments. */
export type Sentence = { [T in Text]: [text: T, ...values: ValuesOf<T>] }[Text]

const NOTHING = {}

/** A sentence with its values. */
export const said = (...[text, values]: Sentence): Said => ({ text, values: values ?? NOTHING })

/**
 * Puts values into a text.
 * @param say says a sentence that stands in this one
 */
export function filled(text: string, values: Said['values'], say: (said: Said) => string): string {
  const written = (value: Value): string => {
    if (typeof value !== 'object') return String(value)
    return 'text' in value ? say(value) : value.map(written).join(', ')
  }
  return text.replace(/\{(\w+)\}/g, (_, name: string) => written(values[name] ?? ''))
}

/** A sentence in English, as the command line and the journal of a server say it. */
export const inEnglish = ({ text, values }: Said): string => filled(text, values, inEnglish)
