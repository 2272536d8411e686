import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import * as text from '#messages/studio/silent-chains.ts'

type SilentChainsProps = { chains: readonly { chainId: number; since: Date }[] }

/** Which chain keeps a round from being counted, and since when. */
export function SilentChains({ chains }: SilentChainsProps) {
  if (chains.length === 0) return null
  return (
    <Notice title={text.silent} code="power-unavailable" headingLevel={2}>
      {chains.map(({ chainId, since }) => (
        <span key={chainId} className="block">
          {text.since(chainId, formatMoment(since))}
        </span>
      ))}
      {text.takenAllTheSame}
    </Notice>
  )
}
