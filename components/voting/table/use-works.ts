'use client'

import { useQueries } from '@tanstack/react-query'
import type { CandidateView } from '#lib/candidates/schema.ts'
import { PAGE_WORKS, pagesAround } from './pages-around.ts'

async function readPage(roundId: string, from: number, signal: AbortSignal): Promise<CandidateView[]> {
  const answer = await fetch(`/api/v1/rounds/${roundId}/candidates?from=${from}&take=${PAGE_WORKS}`, {
    signal,
  })
  if (!answer.ok) throw new Error(`candidates: ${answer.status}`)
  const page: { items: CandidateView[] } = await answer.json()
  return page.items
}

type Results = { data: CandidateView[] | undefined; isError: boolean; refetch: () => unknown }[]

export type Works = {
  of: (number: number) => CandidateView | undefined
  /** Some page could not be read; present while that holds. */
  again?: () => void
}

function together(results: Results): Works {
  const known = new Map<number, CandidateView>()
  for (const { data = [] } of results) for (const work of data) if (work.number) known.set(work.number, work)
  const failed = results.filter(({ isError }) => isError)
  return {
    of: (number) => known.get(number),
    ...(failed.length > 0 && {
      again: () => {
        for (const { refetch } of failed) refetch()
      },
    }),
  }
}

type WorksInput = {
  roundId: string
  order: readonly number[]
  place: number
  /** What came with the page. */
  first: { from: number; items: readonly CandidateView[] }
}

/** The works around a place, read page by page as one goes; a frozen round's works never change. */
export function useWorks({ roundId, order, place, first }: WorksInput): Works {
  return useQueries({
    queries: pagesAround(order, place).map((from) => ({
      queryKey: ['candidates', roundId, from],
      queryFn: ({ signal }: { signal: AbortSignal }) => readPage(roundId, from, signal),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      ...(from === first.from && { initialData: [...first.items] }),
    })),
    combine: together,
  })
}
