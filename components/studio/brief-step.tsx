'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { Steps } from '#components/ui/steps.tsx'
import * as text from '#messages/studio/brief-step.ts'

const STEPS = [{ label: text.write }, { label: text.sign }, { label: text.watch }]

/** Which step of a brief one is at: 0 to 2. */
type Step = 0 | 1 | 2

const Place = createContext<{ step: Step; go: (step: Step) => void }>({ step: 0, go: () => {} })

/** The signage shows the step that the content beside it has come to. */
export function BriefSteps({ start, children }: { start: Step; children: ReactNode }) {
  const [step, go] = useState<Step>(start)
  useEffect(() => go(start), [start])
  return <Place value={{ step, go }}>{children}</Place>
}

export function BriefStepList() {
  return <Steps label={text.steps} items={STEPS} current={useContext(Place).step} />
}

/** Says where the content is. */
export function useBriefStep(step: Step): void {
  const { go } = useContext(Place)
  useEffect(() => go(step), [go, step])
}
