import { Dot } from '#components/ui/dot.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import type { PendingView } from '#lib/flows/pending-ballot/schema.ts'
import * as words from '#messages/wallet/safe/owner-list.ts'
import { goneWords, ownerWords, progressWords } from './pending-words.ts'

/** Who signs for the Safe, and who has. */
export function OwnerList({ view, you }: { view: PendingView; you: string | null }) {
  const { title, text } = progressWords(view)
  const gone = goneWords(view)
  const signed = new Set(view.signed.map(({ owner }) => owner))
  return (
    <Section title={title} aside={words.owners(view.safe.owners.length)}>
      <ul>
        {view.safe.owners.map((owner) => (
          <li
            key={owner}
            className="flex flex-wrap items-baseline gap-x-2.5 border-line border-b py-2 text-13"
          >
            <Dot kind={signed.has(owner) ? 'signed' : 'waiting'} />
            <Hash value={owner} />
            {owner === you && <span className="font-figure">{words.you}</span>}
            <span className="ml-auto text-second">{ownerWords(view, owner)}</span>
          </li>
        ))}
      </ul>
      {view.state === 'collecting' && (
        <p role="status" className="mt-3 text-15">
          {you !== null && signed.has(you as `0x${string}`) && `${words.youSigned} `}
          {text}
        </p>
      )}
      {gone && <p className="mt-2 text-13 text-second">{gone}</p>}
    </Section>
  )
}
