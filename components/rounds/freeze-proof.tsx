import { Check } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Section } from '#components/ui/section.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/rounds/freeze-proof.ts'

type Frozen = NonNullable<RoundView['chain']['frozen']>

/** What somebody showed the chain against the operator of a round: two roots that cannot both hold. */
export function FreezeProof({ frozen }: { frozen: Frozen }) {
  const { evidence, size, signedRoot, otherRoot, operator, tx, block, time } = frozen
  const other = evidence === 'equivocation' ? text.signedBesides(size) : text.sealedInstead
  const lines = [
    { words: text.signed(size), hash: signedRoot, broken: false },
    { words: other, hash: otherRoot, broken: true },
    { words: text.signedBy, hash: operator, broken: false },
    { words: text.broughtIn, hash: tx, broken: false },
  ]
  return (
    <Section look="over" title={text.title} aside={text.onChain(formatMoment(time * 1000), block)}>
      <ul className="text-13">
        {lines.map(({ words, hash, broken }) => (
          <li
            key={words}
            className={`flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b py-2 ${broken ? 'bg-wash' : ''}`}
          >
            <span className="inline-grid grid-cols-[22px_auto] items-baseline">
              {broken ? <Check verdict="broken" className="translate-y-[2px]" /> : <span />}
              {words}
            </span>
            <span className="ml-[22px]">
              <Hash value={hash} length="long" align="end" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
