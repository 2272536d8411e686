import * as counts from '#messages/counts.ts'

export const cancelled = 'Diese Runde wurde abgesagt.'
export const nothingHungAfter = (reason: string) => `${reason} Es wurde nichts gehängt.`
export const nothingWasHung = 'In dieser Runde wurde nichts gehängt.'
export const nonePassed = 'Kein Werk kam durch seine Prüfungen.'
export const nothingYet = 'Noch hängt nichts.'
export const firstAppear =
  'Die ersten Werke erscheinen hier vor deinen Augen, sobald ein Auftrag gedruckt ist.'
export const printing = (works: number) =>
  works === 1 ? 'Das erste Werk wird gedruckt.' : `Die ersten ${counts.works(works)} werden gedruckt.`
export const eachAppears = 'Jedes erscheint hier vor deinen Augen, sobald es durch seine Prüfungen kam.'
export const writeBrief = 'Auftrag schreiben'
