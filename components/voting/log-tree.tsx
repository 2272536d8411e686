import { Dot } from '#components/ui/dot.tsx'
import * as words from '#messages/voting/log-tree.ts'
import { layoutLogTree, type TreeLayout, type TreeMark } from './log-tree-layout.ts'

export type LogTreeView = {
  /** Leaves in the log now. */
  size: number
  /** Own leaf, from 0. */
  index: number
  /** The inclusion proof, lowest hash first. */
  path: readonly string[]
}

type LogTreeProps = { tree: LogTreeView; own?: string | undefined; others?: string | undefined }

const FOLD_ABOVE = 128
const PHONE_LEAVES = 12

const FILL: Record<TreeMark['kind'], string> = {
  leaf: 'fill-ground stroke-edge stroke-[1.5]',
  own: 'fill-seal',
  node: 'fill-empty',
  path: 'fill-fg',
  proof: 'fill-verdigris',
  folded: 'fill-verdigris',
}

const SQUARE: Partial<Record<TreeMark['kind'], number>> = { node: 5, path: 8, proof: 10, folded: 10 }

function Mark({ mark }: { mark: TreeMark }) {
  const side = SQUARE[mark.kind]
  if (side === undefined)
    return <circle cx={mark.x} cy={mark.y} r={mark.kind === 'own' ? 8 : 5} className={FILL[mark.kind]} />
  return (
    <rect
      x={mark.x - side / 2}
      y={mark.y - side / 2}
      width={side}
      height={side}
      className={FILL[mark.kind]}
    />
  )
}

function Drawing({ layout, label, className }: { layout: TreeLayout; label: string; className: string }) {
  const edges = layout.edges.toSorted((a, b) => Number(a.onPath) - Number(b.onPath))
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={label}
      className={`w-full overflow-visible ${className}`}
    >
      {edges.map(({ d, onPath, later }) => (
        <path
          key={d}
          d={d}
          fill="none"
          strokeDasharray={later ? '3 3' : undefined}
          className={onPath ? 'stroke-2 stroke-fg' : 'stroke-1 stroke-line'}
        />
      ))}
      {layout.marks.map((mark) => (
        <Mark key={`${mark.start}-${mark.end}`} mark={mark} />
      ))}
      {layout.ticks.map(({ x, text, own }) => (
        <text
          key={x}
          x={x}
          y={layout.height - 8}
          textAnchor="middle"
          className={`type-mono ${own ? 'fill-fg font-figure' : 'fill-second'}`}
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

/** No `hashes` for the only leaf of a log: it is the root itself, and nothing else is drawn. */
function Key({ hashes, own, others }: { hashes: number; own: string; others: string }) {
  const item = 'inline-flex items-center gap-2'
  if (hashes === 0)
    return (
      <p className="mt-1 border-line border-b pb-4 text-13 text-second">
        <span className={item}>
          <Dot kind="signed" /> {words.alone(own)}
        </span>
      </p>
    )
  return (
    <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1 border-line border-b pb-4 text-13 text-second">
      <li className={item}>
        <Dot kind="signed" /> {own}
      </li>
      <li className={item}>
        <i aria-hidden="true" className="size-2 bg-fg" /> {words.wayToRoot}
      </li>
      <li className={item}>
        <i aria-hidden="true" className="size-2.5 bg-verdigris" /> {words.proof(hashes)}
      </li>
      <li className={item}>
        <Dot kind="candidate" /> {others}
      </li>
    </ul>
  )
}

/** The log drawn as the tree it is: own leaf, its way to the root, and the hashes that prove it. */
export function LogTree({ tree, own = words.yourBallot, others = words.others }: LogTreeProps) {
  const { size, index, path } = tree
  const whole = layoutLogTree({ size, index, width: 1104, fold: size > FOLD_ABOVE })
  const phone = layoutLogTree({ size, index, width: 350, fold: size > PHONE_LEAVES })
  const label =
    size === 1 ? words.oneLeaf(own) : words.tree({ leaves: size, leaf: index + 1, own, hashes: path.length })
  return (
    <figure>
      <Drawing layout={whole} label={label} className="hidden band:block" />
      <Drawing layout={phone} label={label} className="band:hidden" />
      <figcaption>
        <Key hashes={path.length} own={own} others={others} />
      </figcaption>
    </figure>
  )
}
