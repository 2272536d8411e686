'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { isKeptThere } from '#components/voting/drafts/keep-key.ts'
import * as text from '#messages/voting/table/table-kept.ts'

const KeptHere = () => <p>{text.here}</p>

const DraftFollower = dynamic(
  () => import('#components/voting/drafts/draft-follower.tsx').then((module) => module.DraftFollower),
  { ssr: false, loading: KeptHere },
)

/** Where what is judged here is kept; fetched further only for whoever keeps it elsewhere too. */
export function TableKept({ roundId, slug }: { roundId: string; slug: string }) {
  const [isThere, setThere] = useState(false)
  useEffect(() => setThere(isKeptThere(roundId)), [roundId])
  return (
    <div className="border-line border-t py-2 text-13 text-second">
      {isThere ? <DraftFollower roundId={roundId} ballotHref={`/rounds/${slug}/ballot`} /> : <KeptHere />}
    </div>
  )
}
