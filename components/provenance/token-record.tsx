'use client'

import { useEffect, useState } from 'react'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import { sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { rawCidOf } from '#lib/protocol/content-cid.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'

type TokenRecordProps = {
  /** Where the record is served. */
  href: string
  /** The 32 bytes that the contract keeps. */
  digest: Bytes32
  uri: string
}

type Found = { computed: Bytes32; bytes: number } | 'asking' | 'missing'

const verdictOf = (found: Found, digest: Bytes32): Verdict =>
  found === 'asking'
    ? 'running'
    : found === 'missing'
      ? 'unknown'
      : found.computed === digest
        ? 'checked'
        : 'broken'

const WORDS: Record<Verdict, string> = {
  running: 'Fetching the record …',
  unknown: 'The record could not be fetched, so nothing is said about it.',
  checked: 'This browser hashed the record: it is what the contract keeps, byte for byte.',
  broken: 'The record served here is not the one that the contract keeps.',
  attested: '',
  todo: '',
}

/** token.json, hashed in this browser and compared with the digest on chain, which is also its address. */
export function TokenRecord({ href, digest, uri }: TokenRecordProps) {
  const [found, setFound] = useState<Found>('asking')
  useEffect(() => {
    const ending = new AbortController()
    fetch(href, { signal: ending.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        const bytes = new Uint8Array(await answer.arrayBuffer())
        setFound({ computed: sha256Bytes32(bytes), bytes: bytes.length })
      })
      .catch(() => {
        if (!ending.signal.aborted) setFound('missing')
      })
    return () => ending.abort()
  }, [href])
  const verdict = verdictOf(found, digest)
  const address = uri === `ipfs://${rawCidOf(digest)}`
  return (
    <Section title="Its record" aside="checked in this browser">
      <ul className="text-15">
        <li className="grid grid-cols-[24px_minmax(0,1fr)] border-line border-b py-2.5" aria-live="polite">
          <Check verdict={verdict} className="mt-1" />
          <div>
            <p>{WORDS[verdict]}</p>
            <p className="mt-1 text-13">
              <Hash value={digest} opens={href} algorithm="sha256" length="long" />
            </p>
            {typeof found === 'object' && verdict === 'broken' && (
              <p className="mt-1 text-13">
                found <Hash value={found.computed} algorithm="sha256" length="long" />
              </p>
            )}
          </div>
        </li>
        <li className="grid grid-cols-[24px_minmax(0,1fr)] border-line border-b py-2.5">
          <Check verdict={address ? 'checked' : 'broken'} className="mt-1" />
          <div>
            <p>
              {address
                ? 'The token’s address is that hash: it can point to nothing else.'
                : 'The token’s address is not that hash.'}
            </p>
            <p className="type-mono mt-1 break-all text-second">{uri}</p>
          </div>
        </li>
      </ul>
    </Section>
  )
}
