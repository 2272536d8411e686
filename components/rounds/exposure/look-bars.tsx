import * as text from '#messages/rounds/exposure/look-bars.ts'
import { figure } from '#messages/voting/figure.ts'
import type { LookBin } from './look-bins.ts'

const STEP = 24
const BAR = 18
const HEIGHT = 120
const FOOT = 22
/** More than a figure of the axis takes, in px. */
const DIGIT = 8

const looksOf = ({ from, to }: LookBin) => (from === to ? text.looks(from) : text.looksBetween(from, to))

/** How many works were seen how often: narrow where a round is fair. */
export function LookBars({ bins }: { bins: readonly LookBin[] }) {
  const [first, last] = [bins.at(0), bins.at(-1)]
  const ends = [first && figure(first.from), last && last !== first && figure(last.to)].filter(Boolean)
  // However few the bars, the figures of the axis stand beside each other.
  const count = Math.max(1, bins.length)
  const step = Math.max(STEP, Math.ceil(((ends.join('  ').length + 1) * DIGIT) / count))
  const width = count * step
  const most = bins.reduce((high, { works }) => Math.max(high, works), 1)
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
            x={index * step + (step - BAR) / 2}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            className="fill-fg"
          />
        )
      })}
      <path d={`M0 ${HEIGHT + 0.5}h${width}`} className="stroke-fg" />
      <text x={3} y={HEIGHT + 17} className="fill-second text-12">
        {ends[0]}
      </text>
      {ends[1] && (
        <text x={width - 3} y={HEIGHT + 17} textAnchor="end" className="fill-second text-12">
          {ends[1]}
        </text>
      )}
    </svg>
  )
}
