import * as flow from '#messages/rounds/flow-shapes.ts'
import * as text from '#messages/rounds/flow-wide.ts'
import type { FlowColumn } from './flow-layout.ts'
import {
  eventOf,
  type FlowDrawingProps,
  MARK,
  marksOf,
  middle,
  type Point,
  RIBBON_TONE,
  ribbonPath,
  seen,
} from './flow-shapes.ts'
import { labelPlaces } from './label-places.ts'
import { wholeFigureOf } from './result-words.ts'

const STEP = 100
const MARK_REACH = 12
const LABEL_ROOM = 16
/** The least length of a band that holds a figure, in pixels. */
const FIGURE_ROOM = 12
const ROOM_FOR_A_BAND = 42
const LEAST_HEIGHT = 180
const MOST_HEIGHT = 420

const at: Point = (along, across) => `${along.toFixed(2)} ${across.toFixed(3)}`

type Placed = FlowDrawingProps & { height: number; x: (column: number) => string }

/** Names of the works at one side of the drawing; at its end with their votes. */
function Names({ column, side, ...props }: Placed & { column: FlowColumn; side: 'start' | 'end' }) {
  const { rules, titles, chosen, height } = props
  const wanted = column.nodes.map((node) => (middle(node) / 100) * height)
  const tops = labelPlaces(wanted, { room: LABEL_ROOM, end: height - 4 })
  return column.nodes.map(({ key, number, votes }, index) => (
    <span
      key={key}
      style={{ top: tops[index] }}
      className={`absolute flex -translate-y-1/2 items-baseline gap-1.5 whitespace-nowrap leading-close ${side === 'start' ? 'right-3 left-0 justify-end' : 'left-2'}`}
    >
      {side === 'end' && <b className="font-figure">{wholeFigureOf(rules, String(votes))}</b>}
      {number !== null && <span className="type-mono">#{number}</span>}
      {number === null && (
        <span className="text-second">{side === 'start' ? text.noFurtherChoice : text.noChoice}</span>
      )}
      {number !== null && side === 'start' && (
        <span
          className={`type-title min-w-0 truncate text-15 leading-close ${chosen.has(number) ? '' : 'text-second'}`}
        >
          {titles.get(number)}
        </span>
      )}
    </span>
  ))
}

function Heads({ layout: { columns }, x }: Placed) {
  return columns.map((column, index) => (
    <span
      key={column.round}
      style={{ left: x(index) }}
      className="absolute -translate-x-1/2 whitespace-nowrap text-center leading-close"
    >
      {flow.round(column.round)}
      <span className="block text-second">{eventOf(column)}</span>
    </span>
  ))
}

function Figures({ layout: { columns }, rules, height, x }: Placed) {
  return columns.slice(0, -1).map(({ nodes }, index) =>
    nodes
      .filter(({ from, to }) => ((to - from) / 100) * height >= FIGURE_ROOM)
      .map((node) => (
        <span
          key={node.key}
          style={{ left: x(index), top: `${middle(node)}%` }}
          className="absolute -translate-y-1/2 pl-2 leading-one"
        >
          {wholeFigureOf(rules, String(node.votes))}
        </span>
      )),
  )
}

function Drawing({ layout: { columns, ribbons }, description }: FlowDrawingProps) {
  const bars = columns.map(({ nodes }, column) => ({ nodes, along: STEP * column }))
  return (
    <svg
      role="img"
      aria-labelledby="flow-title flow-text"
      viewBox={`0 0 ${STEP * (columns.length - 1)} 100`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      <title id="flow-title">{flow.title}</title>
      <desc id="flow-text">{description}</desc>
      {ribbons.map((ribbon) => (
        <path
          key={ribbon.key}
          d={ribbonPath(ribbon, [STEP * ribbon.column, STEP * (ribbon.column + 1)], at)}
          className={RIBBON_TONE[ribbon.kind]}
        />
      ))}
      {bars.map(({ nodes, along }) =>
        nodes.map((node) => (
          <path
            key={node.key}
            d={`M${along} ${node.from}V${seen(node)}`}
            vectorEffect="non-scaling-stroke"
            className={`stroke-4 ${node.state === 'goes' || node.number === null ? 'stroke-spent' : 'stroke-fg'}`}
          />
        )),
      )}
      {columns.map((column, index) =>
        marksOf(column).map((mark) => (
          <path
            key={`${column.round} ${mark}`}
            d={`M${STEP * index - MARK_REACH} ${mark}h${2 * MARK_REACH}`}
            vectorEffect="non-scaling-stroke"
            className={MARK}
          />
        )),
      )}
    </svg>
  )
}

/** Rounds from left to right; works from the first one, at the top, down. */
export function FlowWide(props: FlowDrawingProps) {
  const { columns } = props.layout
  const [first] = columns
  const last = columns.at(-1)
  const most = Math.max(...columns.map(({ nodes }) => nodes.length))
  const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, ROOM_FOR_A_BAND * most))
  const placed = { ...props, height, x: (column: number) => `${(100 * column) / (columns.length - 1)}%` }
  return (
    <div className="grid grid-cols-[8.5rem_minmax(0,1fr)_6rem] text-12 max-band:hidden">
      <div aria-hidden="true" className="relative col-start-2 h-10">
        <Heads {...placed} />
      </div>
      <div aria-hidden="true" className="relative col-start-1">
        {first && <Names {...placed} column={first} side="start" />}
      </div>
      <div className="relative" style={{ height }}>
        <Drawing {...props} />
        <div aria-hidden="true">
          <Figures {...placed} />
        </div>
      </div>
      <div aria-hidden="true" className="relative">
        {last && <Names {...placed} column={last} side="end" />}
      </div>
    </div>
  )
}
