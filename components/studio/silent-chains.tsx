import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'

type SilentChainsProps = { chains: readonly { chainId: number; since: Date }[] }

/** Which chain keeps a round from being counted, and since when. */
export function SilentChains({ chains }: SilentChainsProps) {
  if (chains.length === 0) return null
  return (
    <Notice title="A chain that gives votes does not answer." code="power-unavailable" headingLevel={2}>
      {chains.map(({ chainId, since }) => (
        <span key={chainId} className="block">
          Chain {chainId}, since {formatMoment(since)}.
        </span>
      ))}
      Ballots are taken all the same. The count begins when it answers; nothing is lost.
    </Notice>
  )
}
