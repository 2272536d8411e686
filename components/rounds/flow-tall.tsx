import * as text from '#messages/rounds/flow-shapes.ts'
import type { FlowColumn } from './flow-layout.ts'
import {
  eventOf,
  type FlowDrawingProps,
  MARK,
  marksOf,
  type Point,
  RIBBON_TONE,
  ribbonPath,
  seen,
} from './flow-shapes.ts'
import { wholeFigureOf } from './result-words.ts'

/** A round with what leads to the next one, in pixels: its head, the names of its bands, the bar. */
const STEP = 88
const BAR_FROM = 40
const BAR = 8
const MARK_REACH = 4
/** The least breadth of a band, in hundredths, that has room for its number, and for its votes besides. */
const NUMBER_ROOM = 11
const FIGURE_ROOM = 25

const at: Point = (along, across) => `${across.toFixed(3)} ${along.toFixed(2)}`
const barAt = (column: number) => STEP * column + BAR_FROM

function Words({
  column,
  index,
  rules,
}: { column: FlowColumn; index: number } & Pick<FlowDrawingProps, 'rules'>) {
  return (
    <>
      <span className="absolute left-0 bg-ground pr-2 text-13 leading-close" style={{ top: STEP * index }}>
        {text.round(column.round)} <span className="text-second">{eventOf(column)}</span>
      </span>
      {column.nodes
        .filter(({ from, to, number }) => to - from >= NUMBER_ROOM && number !== null)
        .map(({ key, from, to, number, votes }) => (
          <span
            key={key}
            className="absolute whitespace-nowrap leading-one"
            style={{ left: `${from}%`, top: barAt(index) - 15 }}
          >
            <span className="type-mono leading-one">#{number}</span>
            {to - from >= FIGURE_ROOM && ` ${wholeFigureOf(rules, String(votes))}`}
          </span>
        ))}
    </>
  )
}

function Drawing({
  layout: { columns, ribbons },
  description,
  height,
}: FlowDrawingProps & { height: number }) {
  return (
    <svg
      role="img"
      aria-labelledby="tall-flow-title tall-flow-text"
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      <title id="tall-flow-title">{text.title}</title>
      <desc id="tall-flow-text">{description}</desc>
      {ribbons.map((ribbon) => (
        <path
          key={ribbon.key}
          d={ribbonPath(ribbon, [barAt(ribbon.column) + BAR, barAt(ribbon.column + 1)], at)}
          className={RIBBON_TONE[ribbon.kind]}
        />
      ))}
      {columns.map(({ nodes }, index) =>
        nodes.map((node) => (
          <path
            key={node.key}
            d={`M${node.from} ${barAt(index)}H${seen(node)}v${BAR}H${node.from}Z`}
            className={node.state === 'goes' || node.number === null ? 'fill-spent' : 'fill-fg'}
          />
        )),
      )}
      {columns.map((column, index) =>
        marksOf(column).map((mark) => (
          <path
            key={`${column.round} ${mark}`}
            d={`M${mark} ${barAt(index) - MARK_REACH}v${BAR + 2 * MARK_REACH}`}
            vectorEffect="non-scaling-stroke"
            className={MARK}
          />
        )),
      )}
    </svg>
  )
}

/** Rounds from above to below, for a phone; works from the first one, at the left, on. */
export function FlowTall(props: FlowDrawingProps) {
  const { columns } = props.layout
  const height = barAt(columns.length - 1) + BAR + MARK_REACH
  return (
    <div className="relative text-12 band:hidden" style={{ height }}>
      <Drawing {...props} height={height} />
      <div aria-hidden="true">
        {columns.map((column, index) => (
          <Words key={column.round} column={column} index={index} rules={props.rules} />
        ))}
      </div>
    </div>
  )
}
