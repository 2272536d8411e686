'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { Asked } from './first-sitting.ts'
import { TableFrame } from './table-frame.tsx'
import type { TableRound } from './table-round.ts'

export type LightTableProps = {
  round: TableRound
  asked: Asked
  /** Works that came with the page: those around the place where one begins. */
  first: readonly CandidateView[]
}

/** A fixed frame for judging: strip, well, rail and filmstrip. No wallet is near it. */
export function LightTable(props: LightTableProps) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <TableFrame {...props} />
    </QueryClientProvider>
  )
}
