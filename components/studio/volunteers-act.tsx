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
import * as text from '#messages/studio/volunteers-act.ts'
import { volunteerStanding } from './volunteer-words.ts'

type VolunteersProps = { chain: WalletChain; id: string; on: boolean; queue: VolunteerQueue }
type Problem = { title: string; next: string; code: string }

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
  const button = (
    <Button size={44} wide disabled={running} onClick={set}>
      {on ? text.stop : text.start}
    </Button>
  )
  return (
    <Section title={text.title} aside={on ? text.on : text.off}>
      <div className="mt-3 grid max-w-measure gap-3 text-15">
        <p>{text.whatItIs}</p>
        <ul className="list-disc pl-5 text-13 text-second">
          {text.note.map((sentence) => (
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
            <SignedIn chain={chain} kept={text.nothingChanged} why={text.whySignIn}>
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
