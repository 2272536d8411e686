import { Dot } from '#components/ui/dot.tsx'
import * as words from '#messages/voting/growing-tree.ts'
import {
  axisOf,
  type Cone,
  type GrowingNode,
  type GrowingTree,
  layoutGrowingTree,
} from './growing-tree-layout.ts'
import type { LogView } from './log-follower.ts'
import { brokenHeads, rootHolds, treeWords } from './log-words.ts'

type TreeProps = { view: LogView; own: number | null }

const WIDE = { width: 1104, whole: 64 }
const PHONE = { width: 350, whole: 16 }
/** As many as can be told apart on the axis. */
const TICKS = 60

type Sides = Record<GrowingNode['kind'] | 'own' | 'leaf', number>
const SIDES: Sides = { node: 5, path: 8, proof: 10, root: 12, own: 16, leaf: 10 }
const TIGHT_SIDES: Sides = { node: 4, path: 5, proof: 6, root: 10, own: 11, leaf: 6 }
const FILL: Record<GrowingNode['kind'], string> = {
  node: 'fill-empty',
  path: 'fill-fg',
  proof: 'fill-verdigris',
  root: 'fill-verdigris',
}

/** Strata instead of leaves: one line for each level that lies folded in it. */
function ConeShape({ cone }: { cone: Cone }) {
  const { x, y, foot, width, levels } = cone
  const lines = Array.from({ length: Math.max(0, levels - 1) }, (_, at) => {
    const share = (at + 1) / levels
    const half = (width / 2) * share
    const level = y + (foot - y) * share
    return `M${(x - half).toFixed(1)} ${level.toFixed(1)}H${(x + half).toFixed(1)}`
  })
  return (
    <g className="hung-now">
      <path
        d={`M${x} ${y}L${(x + width / 2).toFixed(1)} ${foot}H${(x - width / 2).toFixed(1)}Z`}
        className="fill-raise stroke-1 stroke-empty"
      />
      {lines.length > 0 && <path d={lines.join('')} className="stroke-1 stroke-line" />}
    </g>
  )
}

type Heads = { anchored: ReadonlySet<number>; broken: ReadonlySet<number> }

function Axis({ tree, anchored, broken }: Heads & { tree: GrowingTree }) {
  const y = axisOf(tree)
  return (
    <g>
      <path d={`M${16} ${y}H${tree.width - 16}`} className="stroke-1 stroke-line" />
      {tree.heads.map(({ x, size }) =>
        broken.has(size) ? (
          <rect key={size} x={x - 4} y={y - 4} width={8} height={8} className="fill-seal" />
        ) : anchored.has(size) ? (
          <rect key={size} x={x - 3} y={y - 3} width={6} height={6} className="hung-now fill-fg" />
        ) : (
          <path key={size} d={`M${x} ${y - 4}V${y + 4}`} className="hung-now stroke-1 stroke-edge" />
        ),
      )}
    </g>
  )
}

type DrawingProps = Heads & { tree: GrowingTree; holds: boolean; label: string; className: string }

function Drawing({ tree, anchored, broken, holds, label, className }: DrawingProps) {
  const edges = tree.edges.toSorted((a, b) => Number(a.onPath) - Number(b.onPath))
  const sides = tree.tight ? TIGHT_SIDES : SIDES
  return (
    <svg
      viewBox={`0 0 ${tree.width} ${tree.height}`}
      role="img"
      aria-label={label}
      className={`w-full overflow-visible ${className}`}
    >
      {tree.cones.map((cone) => (
        <ConeShape key={`${cone.start}-${cone.end}`} cone={cone} />
      ))}
      {edges.map(({ d, onPath }) => (
        <path key={d} d={d} fill="none" className={onPath ? 'stroke-2 stroke-fg' : 'stroke-1 stroke-line'} />
      ))}
      {tree.leaves.map(({ x, y, index, own }) => (
        <circle
          key={index}
          cx={x}
          cy={y}
          r={sides[own ? 'own' : 'leaf'] / 2}
          className={`hung-now ${own ? 'fill-seal' : 'fill-ground stroke-[1.5] stroke-edge'}`}
        />
      ))}
      {tree.nodes.map(({ x, y, kind, key }) => (
        <rect
          key={`${key}-${kind}`}
          x={x - sides[kind] / 2}
          y={y - sides[kind] / 2}
          width={sides[kind]}
          height={sides[kind]}
          className={`hung-now ${kind === 'root' && !holds ? 'fill-seal' : FILL[kind]}`}
        />
      ))}
      <Axis tree={tree} anchored={anchored} broken={broken} />
      {tree.labels.map(({ x, text, own }) => (
        <text
          key={x}
          x={x}
          y={tree.height - 4}
          textAnchor="middle"
          className={`type-mono ${own ? 'fill-fg font-figure' : 'fill-second'}`}
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

const ITEM = 'inline-flex items-center gap-2'

type KeyProps = {
  own: boolean
  holds: boolean
  broken: boolean
  folded: 'everywhere' | 'on the phone' | 'nowhere'
}

function Key({ own, folded, holds, broken }: KeyProps) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 border-line border-b pb-4 text-13 text-second">
      {own && (
        <li className={ITEM}>
          <Dot kind="signed" /> {words.yourBallot}
        </li>
      )}
      {(holds || own) && (
        <li className={ITEM}>
          <i aria-hidden="true" className="size-2.5 bg-verdigris" />
          {holds && own ? words.rootAndProof : holds ? words.rootOfAll : words.proofOfYours}
        </li>
      )}
      {(!holds || broken) && (
        <li className={ITEM}>
          <i aria-hidden="true" className="size-2.5 bg-seal" /> {words.broken}
        </li>
      )}
      <li className={ITEM}>
        <Dot kind="candidate" /> {words.ballot}
      </li>
      {folded !== 'nowhere' && (
        <li className={`${ITEM} ${folded === 'on the phone' ? 'band:hidden' : ''}`}>
          <svg viewBox="0 0 12 10" aria-hidden="true" className="h-2.5 w-3">
            <path d="M6 .5 11.5 9.5H.5Z" className="fill-raise stroke-1 stroke-edge" />
          </svg>
          {words.subtree}
        </li>
      )}
      <li className={ITEM}>
        <i aria-hidden="true" className="h-2.5 w-px bg-edge" /> {words.signedHead}
      </li>
      <li className={ITEM}>
        <i aria-hidden="true" className="size-1.5 bg-fg" /> {words.headOnChain}
      </li>
    </ul>
  )
}

/** Where the tree will stand: its ground, and the place of the first leaf. */
export function EmptyTree() {
  return (
    <div className="mt-2 border-line border-b pb-2 pl-2">
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4">
        <circle
          cx="8"
          cy="8"
          r="7"
          fill="none"
          strokeDasharray="2.6 2.5"
          className="stroke-[1.5] stroke-edge"
        />
      </svg>
    </div>
  )
}

/** The log as the tree it grows into; a large one shows its full subtrees, never every leaf. */
export function GrowingTreeView({ view, own }: TreeProps) {
  const { size, lines } = view
  const heads = lines.slice(0, TICKS).map((line) => line.size)
  const anchored = new Set(lines.flatMap((line) => (line.anchor ? [line.size] : [])))
  const holds = rootHolds(view)
  const broken = brokenHeads(view)
  const label = treeWords(view, own)
  const [wide, phone] = [WIDE, PHONE].map(({ width, whole }) =>
    layoutGrowingTree({ size, own, width, fold: size > whole, heads }),
  )
  if (!wide || !phone) return null
  const folded = wide.cones.length > 0 ? 'everywhere' : phone.cones.length > 0 ? 'on the phone' : 'nowhere'
  const both = { anchored, broken, holds, label }
  return (
    <figure>
      <Drawing {...both} tree={wide} className="hidden band:block" />
      <Drawing {...both} tree={phone} className="band:hidden" />
      <figcaption>
        <Key own={own !== null && own < size} folded={folded} holds={holds} broken={broken.size > 0} />
      </figcaption>
    </figure>
  )
}
