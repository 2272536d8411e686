const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })
}

/** What a page says to who looks at it or hears it: the text of its elements, and the attributes that are read out. */
export function visibleText(html: string): string {
  const bare = html.replace(/<!--.*?-->/gs, '').replace(/<(script|style)\b.*?<\/\1>/gs, '')
  const spoken = bare.matchAll(
    /\s(?:alt|aria-label|aria-description|content|placeholder|title|value)="([^"]*)"/g,
  )
  const attributes = [...spoken].map(([, text = '']) => text)
  return decoded([bare.replace(/<[^>]*>/g, ' '), ...attributes].join('\n')).replace(/\s+/g, ' ')
}
