'use client'

import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CandidateView } from '#lib/candidates/schema.ts'
import { numbersOf } from './work-batches.ts'

async function readBatch(roundId: string, numbers: string, signal: AbortSignal): Promise<CandidateView[]> {
  const answer = await fetch(`/api/v1/rounds/${roundId}/candidates?numbers=${numbers}`, { signal })
  if (!answer.ok) throw new Error(`candidates: ${answer.status}`)
  const page: { items: CandidateView[] } = await answer.json()
  return page.items
}

type Results = { data: CandidateView[] | undefined; isError: boolean; refetch: () => unknown }[]

export type Works = {
  of: (number: number) => CandidateView | undefined
  /** Some works could not be read; present while that holds. */
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

const NONE: readonly CandidateView[] = []

/** All works of a batch, where they came with the page. */
function withPage(batch: string, first: readonly CandidateView[]): CandidateView[] | null {
  const known = new Map(first.map((work) => [work.number, work]))
  const works = numbersOf(batch).flatMap((number) => known.get(number) ?? [])
  return works.length === numbersOf(batch).length ? works : null
}

/** The works of some batches (work-batches.ts); a numbered round's works never change. */
export function useWorks(
  roundId: string,
  batches: readonly string[],
  first: readonly CandidateView[] = NONE,
): Works {
  const wanted = [...new Set(batches)].join(' ')
  // The same batches are the same queries: at most keys nothing of them has to be looked at again.
  const queries = useMemo(
    () =>
      wanted
        .split(' ')
        .filter((batch) => batch !== '')
        .map((batch) => {
          const given = withPage(batch, first)
          return {
            queryKey: ['candidates', roundId, batch],
            queryFn: ({ signal }: { signal: AbortSignal }) => readBatch(roundId, batch, signal),
            staleTime: Number.POSITIVE_INFINITY,
            gcTime: Number.POSITIVE_INFINITY,
            ...(given && { initialData: given }),
          }
        }),
    [wanted, roundId, first],
  )
  return useQueries({ queries, combine: together })
}
