'use client'

import { useSyncExternalStore } from 'react'
import type { Kept } from '#components/voting/device-store.ts'
import { onePerKey } from '#components/voting/one-per-key.ts'
import { createDraftStore, type Draft, draftKey, NO_DRAFT } from './draft.ts'
import { createAnswersStore, type DuelAnswers, duelsIdOf, duelsKey, NO_ANSWERS } from './duel-answers.ts'

export const draftStoreOf = onePerKey(draftKey, createDraftStore)
export const answersStoreOf = onePerKey(duelsKey, createAnswersStore)

/** What is filled in on this device; nothing while the server renders. */
export function useDraft(roundId: string): Draft {
  return useSyncExternalStore(
    (listener) => draftStoreOf(roundId).subscribe(listener),
    () => draftStoreOf(roundId).read(),
    () => NO_DRAFT,
  )
}

/** The duels that this account has judged on this device, and the way to change them. */
export function useDuelAnswers(roundId: string, voter: string | null) {
  const store = () => (voter === null ? null : answersStoreOf(duelsIdOf(roundId, voter)))
  const { answers, kept } = useSyncExternalStore<DuelAnswers & { kept: Kept }>(
    (listener) => store()?.subscribe(listener) ?? (() => {}),
    () => store()?.read() ?? NO_ANSWERS,
    () => NO_ANSWERS,
  )
  return { answers, kept, put: (next: DuelAnswers['answers']) => store()?.put({ answers: next }) }
}
