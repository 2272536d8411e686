'use client'

import { useEffect, useState } from 'react'

const HINT_AFTER_MS = 45_000

/** True once a wallet has been open for 45 seconds: time to say "open your wallet app". */
export function useWaitedLong(waiting: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!waiting) return
    const timer = setTimeout(() => setLong(true), HINT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return long
}
