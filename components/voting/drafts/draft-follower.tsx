'use client'

import { Button, ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/voting/drafts/draft-follower.tsx'
import { changesInWords } from './draft-words.ts'
import type { Agreed } from './keep-record.ts'
import { keepWords } from './keep-words.ts'
import type { KeepState } from './keeping.ts'
import { useKeeping, useKeepRecord } from './use-keeping.ts'

type FollowerProps = { roundId: string; ballotHref: string }

const FOR_THE_BALLOT_PAGE = new Set<KeepState['kind']>(['asks', 'signed-out', 'refused'])

function Following({ roundId, ballotHref, agreed }: FollowerProps & { agreed: Agreed }) {
  const { keeping, view } = useKeeping(roundId, agreed.address)
  const state: KeepState = view?.state ?? { kind: 'looking' }
  const now = Math.floor(Date.now() / 1000)
  return (
    <>
      <p>{keepWords(state, { host: window.location.host, savedAt: agreed.savedAt, now })}</p>
      {keeping && view && view.arrived.length > 0 && (
        <p role="status">
          {text.arrived(<b>{changesInWords(view.arrived)}</b>)}{' '}
          <Button kind="link" onClick={() => void keeping.undo()}>
            {text.undo}
          </Button>
        </p>
      )}
      {FOR_THE_BALLOT_PAGE.has(state.kind) && (
        <ButtonLink kind="link" href={ballotHref}>
          {text.settleIt}
        </ButtonLink>
      )}
    </>
  )
}

/** Keeps a draft at the instance where no wallet is near: with the session that is there already. */
export function DraftFollower({ roundId, ballotHref }: FollowerProps) {
  const { agreed } = useKeepRecord(roundId)
  if (!agreed) return <p>{text.keptHere}</p>
  return <Following key={agreed.address} roundId={roundId} ballotHref={ballotHref} agreed={agreed} />
}
