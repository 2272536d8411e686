'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Check } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { figure } from '#messages/voting/figure.ts'
import * as text from '#messages/voting/head-table.ts'
import type { HeadLine } from './log-follower.ts'
import { headMoment } from './log-words.ts'

const SHOWN = 12

const HEADING =
  'border-fg border-b pr-3 pb-1.5 text-left align-bottom font-text text-second last:pr-0 max-band:pr-1.5'
const CELL = 'border-line border-b py-2 pr-3 align-baseline last:pr-0 max-band:pr-1.5'

function SignedCell({ line }: { line: HeadLine }) {
  if (line.signedAt === null) return <span className="text-second">{text.unlisted}</span>
  return (
    <span className="inline-grid grid-cols-[20px_auto] items-baseline gap-x-1">
      <Check verdict={line.fault ? 'broken' : 'checked'} className="translate-y-[2px]" />
      {line.fault ? <span className="font-figure">{line.fault}</span> : <Hash value={line.root} />}
    </span>
  )
}

function ChainCell({ anchor }: Pick<HeadLine, 'anchor'>) {
  if (!anchor) return <span className="text-second">–</span>
  return (
    <span className="inline-grid grid-cols-[20px_auto] items-baseline gap-x-1">
      <Check verdict={anchor.equal ? 'checked' : 'broken'} className="translate-y-[2px]" />
      <span>
        <span className="max-band:sr-only">{text.block} </span>
        {figure(anchor.block)}
        {!anchor.equal && (
          <>
            {' '}
            {text.has} <Hash value={anchor.root} align="end" />
          </>
        )}
      </span>
    </span>
  )
}

function Row({ line }: { line: HeadLine }) {
  const broken = line.fault !== null || line.anchor?.equal === false
  return (
    <tr className={broken ? 'bg-wash' : ''}>
      <th scope="row" className={`${CELL} text-left font-figure`}>
        {figure(line.size)}
      </th>
      <td className={`${CELL} whitespace-nowrap text-second max-band:hidden`}>{headMoment(line)}</td>
      <td className={CELL}>{line.here ? <Hash value={line.here} /> : '–'}</td>
      <td className={CELL} colSpan={line.fault && !line.anchor ? 2 : 1}>
        <SignedCell line={line} />
      </td>
      {!(line.fault && !line.anchor) && (
        <td className={CELL}>
          <ChainCell anchor={line.anchor} />
        </td>
      )}
    </tr>
  )
}

/** Each head: what the leaf hashes make here, what the operator signed, and what the chain has. */
export function HeadTable({ lines }: { lines: readonly HeadLine[] }) {
  const [all, setAll] = useState(false)
  const broken = lines.filter(({ fault, anchor }) => fault !== null || anchor?.equal === false)
  const first = lines.slice(0, SHOWN)
  const shown = all ? lines : [...first, ...broken.filter((line) => !first.includes(line))]
  return (
    <>
      <table className="mt-2 w-full border-collapse text-13">
        <caption className="sr-only">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={HEADING}>
              {text.ballots}
            </th>
            <th scope="col" className={`${HEADING} max-band:hidden`}>
              {text.signed}
            </th>
            <th scope="col" className={HEADING}>
              {text.rootHere}
            </th>
            <th scope="col" className={HEADING}>
              {text.operatorsHead}
            </th>
            <th scope="col" className={HEADING}>
              {text.onChain}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Row key={line.size} line={line} />
          ))}
        </tbody>
      </table>
      {!all && lines.length > shown.length && (
        <div className="mt-3">
          <Button size={32} onClick={() => setAll(true)}>
            {text.showOlder(lines.length - shown.length)}
          </Button>
        </div>
      )}
    </>
  )
}
