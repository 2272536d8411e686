const KEPT = new Set(['verdigris', 'strata', 'grass', 'canvas', 'algae', 'ingres', 'cosmos'])

/** One word of a brief: as written, and as looked up. */
export type BriefWord = { written: string; word: string }

function singular(word: string): string {
  if (word === 'leaves') return 'leaf'
  if (KEPT.has(word) || word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.slice(0, -1)
}

/** Latin words and digits of a brief in lower case, plurals stripped; at most 400 are read. */
export function wordsOf(brief: string): BriefWord[] {
  const found =
    brief
      .slice(0, 4000)
      .toLowerCase()
      .match(/[a-z]+|\d+/g) ?? []
  return found.slice(0, 400).map((written) => ({ written, word: singular(written) }))
}
