'use client'

import { useEffect, useState } from 'react'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import * as text from '#messages/provenance/token-record.ts'
import type { CheckedRecord } from './check-record.ts'

type TokenRecordProps = {
  /** Where the record is served. */
  href: string
  /** The 32 bytes that the contract keeps. */
  digest: Bytes32
  uri: string
}

function recordVerdict(found: CheckedRecord | null, digest: Bytes32): Verdict {
  if (!found) return 'running'
  if (found.computed === null) return 'unknown'
  return found.computed === digest ? 'checked' : 'broken'
}

function addressVerdict(found: CheckedRecord | null): Verdict {
  if (!found) return 'running'
  return found.addressed ? 'checked' : 'broken'
}

const RECORD: Partial<Record<Verdict, string>> = text.record
const ADDRESS: Partial<Record<Verdict, string>> = text.address

const LINE = 'grid grid-cols-[24px_minmax(0,1fr)] border-line border-b py-2.5'

/** token.json, hashed in this browser and compared with the digest on chain, which is also its address. */
export function TokenRecord({ href, digest, uri }: TokenRecordProps) {
  const [found, setFound] = useState<CheckedRecord | null>(null)
  useEffect(() => {
    let left = false
    import('./check-record.ts')
      .then(({ checkRecord }) => checkRecord({ href, digest, uri }))
      .then((checked) => {
        if (!left) setFound(checked)
      })
    return () => {
      left = true
    }
  }, [href, digest, uri])
  const record = recordVerdict(found, digest)
  const address = addressVerdict(found)
  return (
    <Section title={text.title} aside={text.here}>
      <ul className="text-15" aria-live="polite" aria-busy={!found}>
        <li className={LINE}>
          <Check verdict={record} className="mt-1" />
          <div>
            <p>{RECORD[record]}</p>
            <p className="mt-1 text-13">
              <Hash value={digest} opens={href} algorithm="sha256" length="long" />
            </p>
            {record === 'broken' && found?.computed && (
              <p className="mt-1 text-13">
                {text.found} <Hash value={found.computed} algorithm="sha256" length="long" />
              </p>
            )}
          </div>
        </li>
        <li className={LINE}>
          <Check verdict={address} className="mt-1" />
          <div>
            <p>{ADDRESS[address]}</p>
            <p className="type-mono mt-1 break-all text-second">{uri}</p>
          </div>
        </li>
      </ul>
    </Section>
  )
}
