import { readFileSync } from 'node:fs'

/** Prompts of a file in the form of PartiPrompts (tab-separated, Prompt first), evenly drawn over its length. */
export function readPrompts(file: string, count: number): string[] {
  const [, ...lines] = readFileSync(file, 'utf8').split('\n')
  const prompts = lines.map((line) => (line.split('\t')[0] ?? '').trim()).filter((prompt) => prompt !== '')
  const step = Math.max(1, Math.floor(prompts.length / count))
  return prompts.filter((_, n) => n % step === 0).slice(0, count)
}
