'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { WrittenBallot } from '#components/voting/ballot-text.ts'
import * as words from '#messages/wallet/safe/collect-owners.ts'
import { askPending, type Problem } from './use-pending.ts'

type CollectProps = {
  round: { slug: string; roundId: string; chainId: number }
  ballot: () => WrittenBallot
  /** In words what keeps this ballot from being collected for. */
  lack: string | null
}

/** Keeps the ballot under an address of its own, where each owner signs when they like. */
export function CollectOwners({ round, ballot, lack }: CollectProps) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function start() {
    setAsking(true)
    const { ballot: unsigned, text } = ballot()
    const body = { signingChain: round.chainId, ballot: unsigned, ...(text !== null && { text }) }
    const answer = await askPending(`${round.roundId}/pending-ballots`, body)
    setAsking(false)
    if ('problem' in answer) return setProblem(answer.problem)
    router.push(`/rounds/${round.slug}/ballot/${answer.view.key}`)
  }
  return (
    <div className="grid gap-3">
      {problem && (
        <Notice title={problem.title} code={problem.code} live="alert" headingLevel={3}>
          {problem.next} {words.picksKept}
        </Notice>
      )}
      <Button
        kind="main"
        size={52}
        wide
        disabled={lack !== null || asking}
        {...(lack && { reason: lack })}
        onClick={start}
      >
        {words.collect}
      </Button>
      <p className="text-13 text-second">{words.how}</p>
    </div>
  )
}
