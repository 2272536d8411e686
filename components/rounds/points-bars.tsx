import * as text from '#messages/rounds/points-bars.ts'

const STEP = 16
const HEIGHT = 24
const BAR = 10

type PointsBarsProps = {
  /** How many voters gave 1, 2, … points. */
  voters: readonly number[]
  /** The most voters of any bar in the table: all works have one scale. */
  most: number
  chosen: boolean
  className?: string
}

/** How many voters gave each number of points; filled for a work that was chosen, as its dot is. */
export function PointsBars({ voters, most, chosen, className = '' }: PointsBarsProps) {
  const width = STEP * voters.length
  const heightOf = (count: number) =>
    count === 0 ? 0 : Math.max(2, (HEIGHT - 2) * (count / Math.max(1, most)))
  return (
    <svg
      role="img"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      style={{ width, height: HEIGHT }}
      className={`block max-w-full ${className}`}
    >
      <title>{text.gaveIt(voters.map((count, index) => text.votersFor(index + 1, count)))}</title>
      <path d={`M0 ${HEIGHT - 0.5}h${width}`} className="stroke-edge" />
      {voters.map((count, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the number of points
          key={index}
          x={index * STEP + (STEP - BAR) / 2}
          y={HEIGHT - 0.5 - heightOf(count)}
          width={BAR}
          height={heightOf(count)}
          className={chosen ? 'fill-fg stroke-fg' : 'fill-ground stroke-fg'}
        />
      ))}
    </svg>
  )
}
