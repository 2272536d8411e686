const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]|[:,]/g

/**
 * The first key that occurs twice in one object, if any. `JSON.parse` keeps only the last of them.
 * @param text well-formed JSON
 */
export function findDuplicateKey(text: string): string | undefined {
  const scopes: Array<Set<string> | null> = []
  let candidate: string | undefined
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') scopes.push(new Set())
    else if (token === '[') scopes.push(null)
    else if (token === '}' || token === ']') scopes.pop()
    else if (token === ':') {
      const keys = scopes.at(-1)
      if (keys && candidate !== undefined) {
        if (keys.has(candidate)) return candidate
        keys.add(candidate)
      }
    }
    candidate = token.startsWith('"') ? JSON.parse(token) : undefined
  }
  return undefined
}
