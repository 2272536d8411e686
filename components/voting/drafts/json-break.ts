const SCALAR =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy
const SPACE = /[ \t\r\n]*/y

/**
 * The line on which a text stops being JSON, from 1. Browsers know it and only some of them say it.
 * @param text that JSON.parse refuses
 */
export function jsonBreakLine(text: string): number {
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    at += found?.length ?? 0
    return found
  }
  const next = () => {
    take(SPACE)
    return text[at]
  }
  // What may come next: a closing bracket of an empty list, a value, or what follows one.
  const open: ('{' | '[')[] = []
  let [wants, isFresh]: ['value' | 'key' | 'after', boolean] = ['value', false]
  for (let char = next(); char !== undefined; char = next()) {
    const around = open.at(-1)
    const closes = char === (around === '{' ? '}' : ']') && around !== undefined
    if (closes && (wants === 'after' || isFresh)) {
      open.pop()
      at += 1
      ;[wants, isFresh] = ['after', false]
    } else if (wants === 'after') {
      if (char !== ',' || around === undefined) break
      at += 1
      wants = around === '{' ? 'key' : 'value'
    } else if (wants === 'key') {
      if (char !== '"' || take(SCALAR) === null || next() !== ':') break
      at += 1
      ;[wants, isFresh] = ['value', false]
    } else if (char === '{' || char === '[') {
      open.push(char)
      at += 1
      ;[wants, isFresh] = [char === '{' ? 'key' : 'value', true]
    } else {
      if (take(SCALAR) === null) break
      ;[wants, isFresh] = ['after', false]
    }
  }
  return text.slice(0, at).split('\n').length
}
