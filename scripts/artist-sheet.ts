import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import sharp from 'sharp'
import works from '#lib/generation/artist/artist-sheet.json' with { type: 'json' }
import { draw } from '#lib/generation/artist/draw.ts'
import { findBrowser } from '#scripts/browser.ts'

/** Draws the works of artist-sheet.json and hangs them on one wall: docs/screens/artist-sheet.webp. */

const OUT = new URL('../docs/screens/artist-sheet.webp', import.meta.url)
const FONTS = new URL('../public/fonts/', import.meta.url)
const CELL = 380

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

async function fontFace(family: string, file: string, style: string): Promise<string> {
  const bytes = await readFile(new URL(file, FONTS))
  return `@font-face { font-family: ${family}; font-style: ${style}; font-weight: 200 800; src: url(data:font/woff2;base64,${bytes.toString('base64')}) }`
}

async function hung({ prompt, seed }: { prompt: string; seed: number }): Promise<string> {
  const { rgb, width, height, family, title } = draw({ prompt, seed })
  const picture = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ width: CELL, height: CELL, fit: 'inside' })
    .png()
    .toBuffer()
  return `<figure><div><img src="data:image/png;base64,${picture.toString('base64')}"></div>
    <figcaption><i>${escaped(title)}</i><span>${escaped(prompt)}</span><span>procedural: ${family}, seed ${seed}</span></figcaption></figure>`
}

/** The Wall: neutral plaster, air round every work, one label under its left edge. */
async function wallOf(figures: readonly string[]): Promise<string> {
  return `<!doctype html><style>
    ${await fontFace('Archivo', 'archivo.woff2', 'normal')}
    ${await fontFace('Newsreader', 'newsreader-italic.woff2', 'italic')}
    body { margin: 0; padding: 48px; width: ${6 * CELL + 5 * 40}px; background: #f5f5f5; color: #1d1a17;
      display: grid; grid-template-columns: repeat(6, ${CELL}px); gap: 44px 40px; font: 15px/1.4 Archivo }
    figure { margin: 0 } div { height: ${CELL}px; display: flex; align-items: end } img { display: block }
    figcaption { padding-top: 12px } i { font: italic 19px/1.25 Newsreader } i, span { display: block }
    span { color: #534f4b }
  </style>${figures.join('')}`
}

const figures: string[] = []
for (const work of works) figures.push(await hung(work))
const executablePath = findBrowser({ given: process.env.PLAYWRIGHT_CHROMIUM, install: false })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage({ viewport: { width: 6 * CELL + 5 * 40 + 96, height: 900 } })
  await page.setContent(await wallOf(figures), { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const wall = await page.screenshot({ fullPage: true })
  await writeFile(OUT, await sharp(wall).webp({ quality: 80 }).toBuffer())
} finally {
  await browser.close()
}
