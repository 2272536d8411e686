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

/** For whoever asks for /favicon.ico, whatever a page says: browsers between two pages, readers of feeds, lists of links. */
const FAVICON = { file: 'favicon.ico', side: 32, ring: 0.84 } as const
const ICO_HEADER_BYTES = 22

function draw(side: number, ring: number): Promise<Buffer> {
  const outer = (side * ring) / 2
  const stroke = outer * 0.43
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">
    <rect width="${side}" height="${side}" fill="${PLASTER}"/>
    <circle cx="${side / 2}" cy="${side / 2}" r="${outer - stroke / 2}" fill="none" stroke="${INK}" stroke-width="${stroke}"/>
  </svg>`
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
}

/** An ICO file of one picture, which has been allowed to be a PNG since Windows Vista. */
function icoOf(png: Buffer, side: number): Buffer {
  const header = Buffer.alloc(ICO_HEADER_BYTES)
  header.writeUInt16LE(1, 2) // an icon
  header.writeUInt16LE(1, 4) // of one picture
  header.set([side, side, 0, 0, 1, 0, 32, 0], 6) // its sides, colours, planes, bits
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(ICO_HEADER_BYTES, 18)
  return Buffer.concat([header, png])
}

for (const { file, side, ring } of ICONS) await writeFile(resolve(folder, file), await draw(side, ring))
await writeFile(resolve(folder, FAVICON.file), icoOf(await draw(FAVICON.side, FAVICON.ring), FAVICON.side))
