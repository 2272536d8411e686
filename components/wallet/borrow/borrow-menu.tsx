'use client'

import { useQuery } from '@tanstack/react-query'
import { useContext, useEffect, useId, useRef } from 'react'
import { useAccount, useConnect } from 'wagmi'
import { Button } from '#components/ui/button.tsx'
import type { Identities, Identity } from '#lib/flows/borrow/schema.ts'
import * as text from '#messages/wallet/borrow/borrow-menu.ts'
import { BORROW_CONNECTOR } from './borrow-connector.ts'
import { PlaceContext } from './borrow-place.ts'
import { keepBorrowed } from './borrowed-role.ts'
import { GROUP_WORDS, identityGroups, identityWords } from './identity-words.ts'

async function fetchIdentities(round: string | null): Promise<Identities> {
  const answer = await fetch(`/local/identities${round ? `?round=${round}` : ''}`)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** Borrowing while one is borrowed changes the account; otherwise the connector connects. */
function useBorrow(): (person: Identity) => Promise<void> {
  const { connector } = useAccount()
  const { connectors, connectAsync } = useConnect()
  return async ({ role, name }) => {
    keepBorrowed({ role, name })
    const borrowing = connectors.find(({ id }) => id === BORROW_CONNECTOR)
    if (borrowing && connector?.id !== BORROW_CONNECTOR) await connectAsync({ connector: borrowing })
  }
}

function People({ people }: { people: readonly Identity[] }) {
  const { wants, setOpen } = useContext(PlaceContext)
  const borrow = useBorrow()
  return identityGroups(people, wants).map(({ kind, people: group }) => (
    <section key={kind} aria-label={GROUP_WORDS[kind]}>
      <h4 className="mt-3 border-fg border-b pb-1 font-figure text-13">{GROUP_WORDS[kind]}</h4>
      <ul>
        {group.map((person) => (
          <li key={person.role} className="border-line border-b">
            <button
              type="button"
              className="flex min-h-11 w-full flex-wrap items-center justify-between gap-x-4 px-1 py-1 text-left text-15 hover:bg-press"
              onClick={() => {
                setOpen(false)
                void borrow(person)
              }}
            >
              <span className="first-letter:uppercase">{person.name}</span>
              <span className="text-13 text-second">{identityWords(person)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Menu() {
  const { round } = useContext(PlaceContext)
  const found = useQuery({
    queryKey: ['identities', round],
    queryFn: () => fetchIdentities(round),
    staleTime: 0,
    retry: 1,
  })
  if (found.isPending)
    return (
      <p role="status" className="mt-2 text-15">
        {text.looking}
      </p>
    )
  if (found.isError)
    return (
      <div role="alert" className="mt-2 grid justify-items-start gap-2 text-15">
        <p>{text.unread}</p>
        <Button size={32} onClick={() => found.refetch()}>
          {text.lookAgain}
        </Button>
      </div>
    )
  if (found.data.people.length === 0) return <p className="mt-2 text-15">{text.nobody}</p>
  return <People people={found.data.people} />
}

type DisclosureProps = { label: string; look: 'plain' | 'link' }

/** A button that unfolds the list of people; Escape folds it again. */
export function BorrowMenu({ label, look }: DisclosureProps) {
  const { open, setOpen } = useContext(PlaceContext)
  const id = useId()
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const { current } = place
    if (!open || !current) return
    const fold = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpen(false)
      current.querySelector('button')?.focus()
    }
    current.addEventListener('keydown', fold)
    return () => current.removeEventListener('keydown', fold)
  }, [open, setOpen])

  return (
    <div ref={place} className={look === 'link' ? 'contents' : ''}>
      <Button
        kind={look}
        size={44}
        wide={look === 'plain'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      <div id={id} hidden={!open} className="mt-2 w-full border border-fg p-4">
        {open && (
          <>
            <h3 className="font-figure text-18">{text.whose}</h3>
            <p className="mt-1 text-13 text-second">{text.worthless}</p>
            <Menu />
          </>
        )}
      </div>
    </div>
  )
}
