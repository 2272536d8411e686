'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { unreached } from '#components/ui/unreached.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { setVolunteersAction } from '#lib/flows/volunteers/actions.ts'
import type { VolunteerQueue } from '#lib/generation/schema.ts'
import { volunteerStanding } from './volunteer-words.ts'

type VolunteersProps = { chain: WalletChain; id: string; on: boolean; queue: VolunteerQueue }
type Problem = { title: string; next: string; code: string }

const NOTE = [
  'The words of every brief made this way leave this machine. Volunteers you do not know see them, and the pictures.',
  'Without an account there, this server asks as anybody, and the network may pass the pictures on. Do not send what is private.',
  'It takes minutes. A full queue or a volunteer’s filter can turn a brief down.',
  'The record of each work names the volunteer’s machine and the model, and says that nobody here saw its weights.',
] as const

/** Who presses is asked who they are only when this server does not know. */
function useVolunteers({ id, on }: Pick<VolunteersProps, 'id' | 'on'>) {
  const router = useRouter()
  const [problem, setProblem] = useState<Problem>()
  const [asksWho, setAsksWho] = useState(false)
  const [running, setRunning] = useState(false)
  async function set() {
    setRunning(true)
    const result = await setVolunteersAction({ id, on: !on }).catch(unreached)
    setRunning(false)
    setAsksWho(!result.ok && result.code === 'not-signed-in')
    setProblem(result.ok || result.code === 'not-signed-in' ? undefined : result)
    if (result.ok) router.refresh()
  }
  return { problem, asksWho, running, set }
}

/** The director lets volunteers' computers render for this round: what that means stands beside the button. */
export function VolunteersAct({ chain, id, on, queue }: VolunteersProps) {
  const { problem, asksWho, running, set } = useVolunteers({ id, on })
  const words = on
    ? 'Stop sending briefs to volunteers'
    : 'Render with volunteers’ GPUs (free, public, takes minutes)'
  const button = (
    <Button size={44} wide disabled={running} onClick={set}>
      {words}
    </Button>
  )
  return (
    <Section title="Volunteers’ GPUs" aside={on ? 'on' : 'off'}>
      <div className="mt-3 grid max-w-measure gap-3 text-15">
        <p>
          AI Horde is a network of people who lend their computers. Through it, briefs of this round become
          pictures by Stable Diffusion: no key, no account, no cost.
        </p>
        <ul className="list-disc pl-5 text-13 text-second">
          {NOTE.map((sentence) => (
            <li key={sentence} className="mt-1">
              {sentence}
            </li>
          ))}
        </ul>
        <p role="status">{volunteerStanding(on, queue)}</p>
        {problem && (
          <Notice title={problem.title} code={problem.code} live="alert" headingLevel={3}>
            {problem.next}
          </Notice>
        )}
        {asksWho ? (
          <WalletIsland chain={chain}>
            <SignedIn
              chain={chain}
              kept="Nothing was changed."
              why="Only the director can let volunteers in."
            >
              {() => button}
            </SignedIn>
          </WalletIsland>
        ) : (
          button
        )}
      </div>
    </Section>
  )
}
