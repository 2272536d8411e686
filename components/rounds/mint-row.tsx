import type { PictureView } from '#components/art/work-frame.tsx'
import { Check, VERDICT_WORDS, type Verdict } from '#components/ui/check.tsx'
import { Dot } from '#components/ui/dot.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Img } from '#components/ui/img.tsx'
import * as text from '#messages/rounds/mint-row.ts'

export type MintView = {
  place: number
  number: number
  title: string
  creator: string
  picture: PictureView
  recipient: string
  record: { hash: string; href?: string }
  /** Whether the leaf is proven in the winners' tree anchored on chain. */
  proof: Verdict
  proofWords?: string
  minted?: { token: number }
}

const CELL = 'border-line border-b py-2 pr-3 align-middle last:pr-0 max-band:pr-2'

/** One winner: recipient, record, proof; its dot turns red once, when the record of its token is checked. */
export function MintRow({ winner }: { winner: MintView }) {
  const { picture, proof } = winner
  return (
    <tr>
      <td className={`${CELL} font-statement text-18`}>{winner.place}</td>
      <td className={`${CELL} w-24 max-band:hidden`}>
        <Img
          src={picture.src}
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
          className="h-19 w-21 object-contain object-left"
        />
      </td>
      <th scope="row" className={`${CELL} text-left font-text`}>
        <span className="type-title leading-[1.15]">{winner.title}</span>
        <span className="block text-second">
          <span className="type-mono mr-2">#{winner.number}</span>
          {winner.creator}
        </span>
        {winner.minted && (
          <span className="mt-1 flex items-center gap-2">
            <Dot kind="signed" />
            {text.token(winner.minted.token)}
          </span>
        )}
      </th>
      <td className={CELL}>
        <Hash value={winner.recipient} />
      </td>
      <td className={`${CELL} max-band:hidden`}>
        <Hash value={winner.record.hash} opens={winner.record.href} />
      </td>
      <td className={CELL}>
        <span className="inline-flex items-baseline gap-1.5">
          <Check verdict={proof} silent className="translate-y-[2px]" />
          <span className="max-band:sr-only">
            {winner.proofWords ?? (proof === 'checked' ? text.proven : VERDICT_WORDS[proof])}
          </span>
        </span>
      </td>
    </tr>
  )
}

export function MintTable({ winners }: { winners: readonly MintView[] }) {
  const heading = 'border-fg border-b pr-3 pb-1.5 text-left font-text text-second last:pr-0'
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{text.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={heading}>
            {text.place}
          </th>
          <td className={`${heading} max-band:hidden`} />
          <th scope="col" className={heading}>
            {text.work}
          </th>
          <th scope="col" className={heading}>
            {text.to}
          </th>
          <th scope="col" className={`${heading} max-band:hidden`}>
            {text.record}
          </th>
          <th scope="col" className={heading}>
            <span className="max-band:sr-only">{text.inTree}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {winners.map((winner) => (
          <MintRow key={winner.number} winner={winner} />
        ))}
      </tbody>
    </table>
  )
}
