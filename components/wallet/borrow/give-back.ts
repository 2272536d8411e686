import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { keepBorrowed } from './borrowed-role.ts'

/** Ends the session of the borrowed account too: the pages of its desk are not left open. */
export function useGiveBack(): () => Promise<void> {
  const router = useRouter()
  return useCallback(async () => {
    keepBorrowed(null)
    await fetch('/api/v1/session/logout', { method: 'POST' })
    router.refresh()
  }, [router])
}
