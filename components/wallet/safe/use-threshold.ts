'use client'

import { useEffect, useState } from 'react'
import { useConfig } from 'wagmi'
import type { Address } from '#lib/protocol/primitives.ts'

type Found = { address: Address; threshold: number | null }

/** How many owners have to sign for an account; null for one that is no Safe, and until that is known. */
export function useThreshold(chainId: number, address: Address | null): number | null {
  const config = useConfig()
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (!address) return
    let isWanted = true
    // Reading contracts is more script than the rest of the desk, and asked for connected accounts alone.
    import('./read-threshold.ts')
      .then(({ readThreshold }) => readThreshold(config, { chainId, address }))
      .then((threshold) => isWanted && setFound({ address, threshold }))
    return () => {
      isWanted = false
    }
  }, [config, chainId, address])
  return found !== null && found.address === address ? found.threshold : null
}
