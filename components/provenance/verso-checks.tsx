'use client'

import {
  type ComponentType,
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { LineFinding, Tell } from './check-work.ts'
import type { ReadHereProps } from './credentials/read-here.tsx'
import { recountFindings } from './recount-findings.ts'
import { useSide } from './turn-over.tsx'
import { useRecount } from './use-recount.ts'
import type { LineName, WorkFacts } from './work-facts.ts'

type Findings = Partial<Record<LineName, LineFinding>>

type Verso = {
  /** What the browser found so far, by line. */
  findings: Findings
  /** The work is being looked at from behind and its checks have begun. */
  begun: boolean
  tampered: { hash: string; copy: Uint8Array } | null
  /** Null until there are bytes to tamper with. */
  toggleTamper: (() => void) | null
  /** Null until there are bytes to read, and once they are read. */
  readCredentials: (() => void) | null
}

const VersoContext = createContext<Verso | null>(null)

export function useVerso(): Verso {
  const verso = useContext(VersoContext)
  if (!verso) throw new Error('outside of VersoChecks')
  return verso
}

const rpcUrl = () => `${window.location.origin}/rpc`

/** What reads credentials, from when somebody asks for it. */
function useReading(setFound: Dispatch<SetStateAction<Findings>>, tell: Tell) {
  const [Reading, setReading] = useState<ComponentType<ReadHereProps> | null>(null)
  const read = useCallback(async () => {
    try {
      const { ReadHere } = await import('./credentials/read-here.tsx')
      setReading(() => ReadHere)
    } catch {
      // The button stays where it is.
      tell('Credentials', { verdict: 'unknown' })
    }
  }, [tell])
  const leave = useCallback(() => {
    setReading(null)
    setFound(({ Credentials: _, ...others }) => others)
  }, [setFound])
  return { Reading, read, leave }
}

/** Checks the work again in this browser as soon as it is turned over; nothing of it is fetched before. */
export function VersoChecks({ facts, children }: { facts: WorkFacts; children: ReactNode }) {
  const side = useSide()
  const [found, setFound] = useState<Findings>({})
  const [picture, setPicture] = useState<Uint8Array | null>(null)
  const [tampered, setTampered] = useState<Verso['tampered']>(null)
  const [begun, setBegun] = useState(false)
  const started = useRef(false)
  const { roundId, collection } = facts
  const recount = useRecount({ roundId, collection, works: 'none' })
  const { start, state } = recount

  const tell = useCallback((name: LineName, finding: LineFinding) => {
    setFound((before) => ({ ...before, [name]: finding }))
  }, [])

  useEffect(() => {
    if (side !== 'verso' || started.current) return
    started.current = true
    setBegun(true)
    if (facts.recount) start()
    import('./check-work.ts').then(({ checkWork }) => checkWork(facts, rpcUrl(), tell)).then(setPicture)
  }, [side, facts, start, tell])

  const toggle = useCallback(async () => {
    if (!picture) return
    const { checkCopy, tamperedCopy } = await import('./check-work.ts')
    const next = tampered ? null : tamperedCopy(picture)
    setTampered(next)
    await checkCopy(facts, rpcUrl(), next?.copy ?? picture, tell)
  }, [picture, tampered, facts, tell])

  const { Reading, read, leave } = useReading(setFound, tell)
  const value = useMemo<Verso>(
    () => ({
      findings: { ...recountFindings(state), ...found },
      begun,
      tampered,
      toggleTamper: picture ? toggle : null,
      readCredentials: picture && !Reading ? read : null,
    }),
    [found, state, begun, tampered, picture, toggle, Reading, read],
  )
  return (
    <VersoContext value={value}>
      {children}
      {Reading && picture && (
        <Reading facts={facts} picture={tampered?.copy ?? picture} tell={tell} leave={leave} />
      )}
    </VersoContext>
  )
}
