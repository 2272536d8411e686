import sharp from 'sharp'

export type Shot = { name: string; png: Buffer }

const GAP = 16
const CAPTION = 22

const caption = (text: string, width: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CAPTION}"><text x="0" y="15" font-family="sans-serif" font-size="12" fill="#1d1a17">${text.replaceAll('&', '&amp;')}</text></svg>`,
  )

/** All shots in rows, each with its name under it, as one WebP. */
export async function contactSheet(shots: readonly Shot[], columns: number, width: number): Promise<Buffer> {
  const pictures = await Promise.all(
    shots.map(({ png }) => sharp(png).resize({ width }).png().toBuffer({ resolveWithObject: true })),
  )
  const height = Math.max(...pictures.map(({ info }) => info.height))
  const placeOf = (at: number) => ({
    left: GAP + (at % columns) * (width + GAP),
    top: GAP + Math.floor(at / columns) * (height + CAPTION + GAP),
  })
  const layers = pictures.flatMap(({ data }, at) => {
    const { left, top } = placeOf(at)
    return [
      { input: data, left, top },
      { input: caption(shots[at]?.name ?? '', width), left, top: top + height + 2 },
    ]
  })
  const rows = Math.ceil(shots.length / columns)
  const background = '#e9e9e9'
  return sharp({
    create: {
      width: GAP + columns * (width + GAP),
      height: GAP + rows * (height + CAPTION + GAP),
      channels: 3,
      background,
    },
  })
    .composite(layers)
    .webp({ quality: 64, effort: 6 })
    .toBuffer()
}
