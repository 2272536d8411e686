import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import sharp from 'sharp'

/** Draws the app's icons from the ring of the wordmark. Run by hand: node scripts/app-icons.ts */
const folder = resolve(import.meta.dirname, '../public')
const PLASTER = '#f5f5f5'
const INK = '#1d1a17'

/** The part of the icon that the ring's outer edge takes; a mask may cut all but the middle four fifths. */
const ICONS = [
  { file: 'icon-192.png', side: 192, ring: 0.62 },
  { file: 'icon-512.png', side: 512, ring: 0.62 },
  { file: 'icon-maskable-512.png', side: 512, ring: 0.5 },
  { file: 'apple-icon-180.png', side: 180, ring: 0.58 },
] as const

for (const { file, side, ring } of ICONS) {
  const outer = (side * ring) / 2
  const stroke = outer * 0.43
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">
    <rect width="${side}" height="${side}" fill="${PLASTER}"/>
    <circle cx="${side / 2}" cy="${side / 2}" r="${outer - stroke / 2}" fill="none" stroke="${INK}" stroke-width="${stroke}"/>
  </svg>`
  await writeFile(resolve(folder, file), await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer())
}
