'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Address } from '#lib/protocol/primitives.ts'
import { deviceDraft } from './device-draft.ts'
import { draftApi } from './draft-api.ts'
import { type KeepRecord, keepRecordOf, NOT_KEPT } from './keep-record.ts'
import { Keeping, type KeepView } from './keeping.ts'

/** What this device and the instance last agreed on. */
export function useKeepRecord(roundId: string): KeepRecord {
  return useSyncExternalStore(
    (listener) => keepRecordOf(roundId).subscribe(listener),
    () => keepRecordOf(roundId).read(),
    () => NOT_KEPT,
  )
}

const wait = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

const newKeeping = (roundId: string, address: Address) =>
  new Keeping({
    address,
    api: draftApi(roundId),
    device: deviceDraft(roundId, address),
    record: keepRecordOf(roundId),
    wait,
  })

/** Keeps the draft of one account alike here and at the instance, for as long as this is shown. */
export function useKeeping(
  roundId: string,
  address: Address,
): { keeping: Keeping | null; view: KeepView | null } {
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  useEffect(() => {
    const begun = newKeeping(roundId, address)
    setKeeping(begun)
    void begun.begin()
    const look = () => void begun.look()
    // A page that is left saves at once, and one that is come back to looks what happened meanwhile.
    const turn = () => void (document.visibilityState === 'hidden' ? begun.save() : begun.look())
    window.addEventListener('online', look)
    document.addEventListener('visibilitychange', turn)
    return () => {
      begun.stop()
      window.removeEventListener('online', look)
      document.removeEventListener('visibilitychange', turn)
    }
  }, [roundId, address])
  const view = useSyncExternalStore<KeepView | null>(
    (listener) => keeping?.subscribe(listener) ?? (() => {}),
    () => keeping?.view() ?? null,
    () => null,
  )
  return { keeping, view }
}
