// Cuts the three typefaces down to the letters and axes Verso uses and writes public/fonts.
// Run by hand after changing a typeface: node scripts/subset-fonts.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
const PUNCTUATION = '–—‘’“”„…•·×−≥≤≈=≠→←↑↓′″€№'
const LATIN_1 = range(0x20, 0x7e) + range(0xa0, 0xff) + PUNCTUATION
const ASCII = `${range(0x20, 0x7e)}–…·×−≥≤=≠→←↑↓`

const TYPEFACES = [
  {
    file: 'archivo.woff2',
    source: 'archivo/files/archivo-latin-wdth-normal.woff2',
    text: LATIN_1,
    axes: { wght: { min: 400, max: 650 }, wdth: { min: 80, max: 118 } },
  },
  {
    file: 'martian-mono.woff2',
    source: 'martian-mono/files/martian-mono-latin-wdth-normal.woff2',
    text: ASCII,
    axes: { wght: { min: 400, max: 600 }, wdth: 75 },
  },
  {
    file: 'newsreader-italic.woff2',
    source: 'newsreader/files/newsreader-latin-opsz-italic.woff2',
    text: LATIN_1,
    axes: { wght: 400, opsz: 24 },
  },
  // Cards for other sites are drawn on the server, by a program that knows no axes.
  {
    file: 'archivo-room.ttf',
    source: 'archivo/files/archivo-latin-wdth-normal.woff2',
    text: LATIN_1,
    axes: { wght: 620, wdth: 118 },
    targetFormat: 'sfnt',
  },
  {
    file: 'archivo-text.ttf',
    source: 'archivo/files/archivo-latin-wdth-normal.woff2',
    text: LATIN_1,
    axes: { wght: 400, wdth: 100 },
    targetFormat: 'sfnt',
  },
  {
    file: 'newsreader-title.ttf',
    source: 'newsreader/files/newsreader-latin-opsz-italic.woff2',
    text: LATIN_1,
    axes: { wght: 400, opsz: 24 },
    targetFormat: 'sfnt',
  },
]

const packages = new URL('../node_modules/@fontsource-variable/', import.meta.url)
const target = new URL('../public/fonts/', import.meta.url)

await mkdir(target, { recursive: true })
for (const { file, source, text, axes, targetFormat = 'woff2' } of TYPEFACES) {
  const bytes = await subsetFont(await readFile(new URL(source, packages)), text, {
    targetFormat,
    variationAxes: axes,
  })
  await writeFile(new URL(file, target), bytes)
  console.log(`${file} ${(bytes.length / 1024).toFixed(1)} KiB`)
}
