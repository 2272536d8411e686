import { Fragment } from 'react'
import { Hash } from '#components/ui/hash.tsx'
import { Signage } from '#components/ui/signage.tsx'
import type { CandidateView, CreatorView } from '#lib/candidates/schema.ts'
import * as text from '#messages/rounds/creator-signage.ts'

type CreatorSignageProps = {
  creator: Omit<CreatorView, 'works'> & {
    works: readonly { work: Pick<CandidateView, 'tokenId'> }[]
    ensName: string | null
  }
  explorer: string | null
}

/** Who it is: a name that anybody may give themselves, and the account that signed for every work. */
export function CreatorSignage({ creator, explorer }: CreatorSignageProps) {
  const { name, otherNames, address, ensName, works, workCount, roundCount } = creator
  const minted = works.filter(({ work }) => work.tokenId !== null).length
  return (
    <Signage title={name}>
      <p>
        {text.signedBy} {ensName && <bdi className="font-figure [overflow-wrap:anywhere]">{ensName}</bdi>}{' '}
        <Hash value={address} {...(explorer && { opens: `${explorer}/address/${address}` })} />
      </p>
      {otherNames.length > 0 && (
        <p className="text-second [overflow-wrap:anywhere]">
          {text.otherNames}{' '}
          {otherNames.map((other, index) => (
            <Fragment key={other}>
              {index > 0 && ', '}
              <bdi>{other}</bdi>
            </Fragment>
          ))}
        </p>
      )}
      <p className="text-second">
        {text.counted({ works: workCount, rounds: roundCount, minted })}
        {works.length < workCount && ` ${text.newest(works.length)}`}
      </p>
    </Signage>
  )
}
