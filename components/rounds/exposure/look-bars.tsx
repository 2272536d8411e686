import * as text from '#messages/rounds/exposure/look-bars.ts'
import type { LookBin } from './look-bins.ts'

const STEP = 24
const BAR = 18
const HEIGHT = 120
const FOOT = 22

const looksOf = ({ from, to }: LookBin) => (from === to ? text.looks(from) : text.looksBetween(from, to))

/** How many works were seen how often: narrow where a round is fair. */
export function LookBars({ bins }: { bins: readonly LookBin[] }) {
  const width = Math.max(1, bins.length) * STEP
  const most = bins.reduce((high, { works }) => Math.max(high, works), 1)
  const [first, last] = [bins.at(0), bins.at(-1)]
  return (
    <svg
      role="img"
      viewBox={`0 0 ${width} ${HEIGHT + FOOT}`}
      style={{ width: `min(100%, ${width}px)` }}
      className="block"
    >
      <title>{bins.map((bin) => text.worksSeen(looksOf(bin), bin.works)).join('; ')}</title>
      {bins.map(({ from, works }, index) => {
        const height = works === 0 ? 0 : Math.max(2, ((HEIGHT - 4) * works) / most)
        return (
          <rect
            key={from}
            x={index * STEP + (STEP - BAR) / 2}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            className="fill-fg"
          />
        )
      })}
      <path d={`M0 ${HEIGHT + 0.5}h${width}`} className="stroke-fg" />
      <text x={3} y={HEIGHT + 17} className="fill-second text-12">
        {first?.from}
      </text>
      {last && last !== first && (
        <text x={width - 3} y={HEIGHT + 17} textAnchor="end" className="fill-second text-12">
          {last.to}
        </text>
      )}
    </svg>
  )
}
