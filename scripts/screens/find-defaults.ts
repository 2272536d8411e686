import type { Page } from '@playwright/test'

/** A default by its id (defaults.ts) and the element that shows it. */
export type Found = [id: string, where: string]

/** Each of these runs in the page, alone: it can use nothing from outside. */

function byWords(): Found[] {
  const text = document.body.innerText
  const words: [string, RegExp][] = [
    ['no-data', /\b(no data|no results|nothing to show)\b/i],
    ['loading', /^\s*loading\b/im],
    ['lorem', /lorem ipsum/i],
    ['oops', /\b(oops|something went wrong|uh-oh)\b/i],
    ['emoji', /\p{Emoji_Presentation}/u],
  ]
  const found: Found[] = words.flatMap(([id, pattern]) => {
    const said = pattern.exec(text)
    return said ? [[id, said[0]] satisfies Found] : []
  })
  const face = getComputedStyle(document.body).fontFamily
  if (/^["']?(inter|geist|roboto|system-ui)/i.test(face)) found.push(['usual-face', face])
  const focused = document.activeElement
  if (focused && focused !== document.body && getComputedStyle(focused).outlineStyle === 'auto')
    found.push(['system-focus', focused.outerHTML.slice(0, 120)])
  return found
}

function byStyle(): Found[] {
  const found: Found[] = []
  const isPurple = (colour: string) => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    // Blue leads, red follows, green is far behind.
    return colour.startsWith('rgb') && a > 0 && b - g >= 60 && r - g >= 30 && b >= r * 0.8
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (element.getClientRects().length === 0 || element.closest('svg, nextjs-portal')) continue
    const style = getComputedStyle(element)
    const name = element.getAttribute('class') ?? ''
    const note = (id: string) => found.push([id, element.outerHTML.slice(0, 120)])
    if (element.matches('h1') && style.textAlign === 'center') note('centred-hero')
    const isOfPicture = style.aspectRatio !== 'auto' || element.firstElementChild?.matches('img') === true
    if (style.backgroundImage.includes('gradient') && !isOfPicture && !name.includes('share-slider'))
      note('gradient')
    // One that lies inside draws a mark, such as the dot of a chosen radio.
    const isCast = style.boxShadow !== 'none' && !style.boxShadow.includes('inset')
    if (isCast && !name.includes('shadow-lift')) note('shadow')
    if (/skeleton|shimmer|pulse/.test(name)) note('skeleton')
    const endless = style.animationIterationCount === 'infinite' && style.animationName !== 'none'
    if (endless && !name.includes('running-hair')) note('spinner')
    if (style.color === 'rgb(0, 0, 238)') note('link-blue')
    if (isPurple(style.color) || isPurple(style.backgroundColor)) note('purple')
    const isLong = (element.textContent?.length ?? 0) > 60
    if (element.matches('p') && style.textAlign === 'center' && isLong) note('centred-text')
  }
  return found
}

function byShape(): Found[] {
  const found: Found[] = []
  const isRound = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    const radius = Number.parseFloat(getComputedStyle(element).borderTopLeftRadius)
    return radius > 2 && Math.abs(width - height) > 1
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (element.getClientRects().length === 0 || element.closest('svg, nextjs-portal')) continue
    const note = (id: string) => found.push([id, element.outerHTML.slice(0, 120)])
    if (isRound(element)) note('round-corners')
    const cards = [...element.children].filter((child) => {
      const { boxShadow, borderTopWidth } = getComputedStyle(child)
      return isRound(child) && (boxShadow !== 'none' || borderTopWidth !== '0px')
    })
    if (cards.length >= 3) note('card-grid')
  }
  return found
}

function byControls(): Found[] {
  const found: Found[] = []
  const text = document.body.innerText
  for (const element of document.body.querySelectorAll(
    'button, a[href], [title], [role=status], [role=alert]',
  )) {
    if (element.getClientRects().length === 0 || element.closest('nextjs-portal, [aria-hidden=true]'))
      continue
    const note = (id: string) => found.push([id, element.outerHTML.slice(0, 120)])
    const words = element.textContent?.trim() ?? ''
    const isNamed =
      words !== '' || element.getAttribute('aria-label') || element.querySelector('img[alt]:not([alt=""])')
    if (element.matches('button, a[href]') && !isNamed) note('nameless')
    const title = element.getAttribute('title')
    if (title && !text.includes(title)) note('tooltip')
    const isFixed = getComputedStyle(element).position === 'fixed' && words !== ''
    const isFoot = (element.getAttribute('class') ?? '').includes('foot-notice')
    if (element.matches('[role=status], [role=alert]') && isFixed && !isFoot) note('toast')
  }
  return found
}

/** Which of the twenty defaults a page has, each with the first element that shows it. */
export async function findDefaults(page: Page): Promise<Found[]> {
  const first = new Map<string, string>()
  for (const find of [byWords, byStyle, byShape, byControls])
    for (const [id, where] of await page.evaluate(find)) if (!first.has(id)) first.set(id, where)
  return [...first]
}
