import type { ReactNode } from 'react'

export const keep = 'Keep the receipt as a file'
export const carries =
  'It carries the operator’s signature over a log with your ballot in it. Nobody can take that back, and anyone can hold it against the record: drop both on the page that verifies.'
export const check = 'Check a record with a receipt'
export const openUntil = (when: string) => `Open until ${when}, to every account.`
export const wasOpenUntil = (when: string) => `It was open until ${when}.`
export const call = 'The call, for any wallet'
type Named = { dropped: ReactNode; equivocation: ReactNode; watch: ReactNode; reading: ReactNode }
export const afterSeal = ({ dropped, equivocation, watch, reading }: Named) => (
  <>
    After the seal, {dropped} and {equivocation} on the collection stop the round until its guardian rules in
    public. {watch}, given the receipt file, follows the log for you and writes those proofs: {reading} in the
    source.
  </>
)
export const now = 'What to do now'
export const notSo = 'The log is not what this receipt says.'
export const ifEver = 'If it ever does not hold'
