import type { CSSProperties } from 'react'
import { justifyRows } from '#components/art/justify.ts'
import { CARD_PAINT as PAINT } from './card-paint.ts'

export const CARD_SIZE = { width: 1200, height: 630 }

const EDGE = 48
/** Two lines under a picture that hangs alone. */
const LABEL = 82
const HANG = { x: 452, width: 700, height: 534, gap: 20 }

export type CardPicture = { dataUrl: string; width: number; height: number }
export type CardView = {
  community: string
  title: string
  words: string
  pictures: readonly CardPicture[]
  /** Under a picture that hangs alone. */
  label: { title: string; creator: string } | null
}

type Placed = { picture: CardPicture; style: CSSProperties }

/** One picture as large as the wall lets it be, its foot where the words' foot is. */
function alone(picture: CardPicture, labelled: boolean): Placed {
  const height = HANG.height - (labelled ? LABEL : 0)
  const scale = Math.min(HANG.width / picture.width, height / picture.height)
  const [w, h] = [picture.width * scale, picture.height * scale]
  return { picture, style: { left: HANG.x + HANG.width - w, top: EDGE + height - h, width: w, height: h } }
}

/** As many whole rows as the wall has room for. */
function hung(pictures: readonly CardPicture[]): Placed[] {
  const ratios = pictures.map(({ width, height }) => width / height)
  const rows = justifyRows(ratios, { width: HANG.width, target: 270, gap: HANG.gap })
  const placed: Placed[] = []
  let top = EDGE
  for (const { start, end, height } of rows) {
    if (top + height > EDGE + HANG.height + 1) break
    let left = HANG.x
    for (let at = start; at < end; at += 1) {
      const picture = pictures[at]
      const width = height * (ratios[at] ?? 1)
      if (picture) placed.push({ picture, style: { left, top, width, height } })
      left += width + HANG.gap
    }
    top += height + HANG.gap
  }
  return placed
}

function Wordmark() {
  return (
    <div
      style={{ display: 'flex', alignItems: 'center', fontFamily: 'Room', fontSize: 34, color: PAINT.ink }}
    >
      Vers
      <div
        style={{ width: 23, height: 23, marginTop: 8, borderRadius: 12, border: `6px solid ${PAINT.ink}` }}
      />
    </div>
  )
}

/** A round as other sites show it: a piece of its wall, with the signage at its left. */
export function RoundCard({ community, title, words, pictures, label }: CardView) {
  const [only] = pictures
  const placed = pictures.length === 1 && only ? [alone(only, label !== null)] : hung(pictures)
  const foot = placed.at(-1)?.style
  return (
    <div
      style={{
        ...CARD_SIZE,
        display: 'flex',
        position: 'relative',
        background: PAINT.plaster,
        color: PAINT.ink,
      }}
    >
      <div
        style={{
          position: 'absolute',
          left: EDGE,
          top: EDGE,
          bottom: EDGE,
          width: HANG.x - EDGE - 40,
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
        }}
      >
        <Wordmark />
        <div
          style={{
            display: 'flex',
            flexDirection: 'column',
            fontFamily: 'Text',
            fontSize: 25,
            lineHeight: 1.35,
          }}
        >
          <div style={{ color: PAINT.graphite }}>{community}</div>
          <div
            style={{
              fontFamily: 'Room',
              fontSize: title.length > 24 ? 44 : 58,
              lineHeight: 1.05,
              margin: '6px 0 20px',
            }}
          >
            {title}
          </div>
          <div style={{ color: PAINT.graphite }}>{words}</div>
        </div>
      </div>
      {placed.map(({ picture, style }) => (
        // biome-ignore lint/performance/noImgElement: drawn on the server, where there is no browser
        <img key={picture.dataUrl} src={picture.dataUrl} alt="" style={{ position: 'absolute', ...style }} />
      ))}
      {label && foot && (
        <div
          style={{
            position: 'absolute',
            left: foot.left,
            top: EDGE + HANG.height - LABEL + 12,
            display: 'flex',
            flexDirection: 'column',
            fontFamily: 'Title',
            fontSize: 30,
            lineHeight: 1.2,
          }}
        >
          <div>{label.title}</div>
          <div style={{ fontFamily: 'Text', fontSize: 22, color: PAINT.graphite }}>{label.creator}</div>
        </div>
      )}
    </div>
  )
}
