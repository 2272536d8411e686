import * as counts from '#messages/counts.ts'

export const cancelled = 'This round was cancelled.'
export const nothingHungAfter = (reason: string) => `${reason} Nothing was hung.`
export const nothingWasHung = 'Nothing was hung in this round.'
export const nonePassed = 'No work passed its gates.'
export const nothingYet = 'Nothing is hung yet.'
export const firstAppear =
  'The first works appear here, while you look, as soon as a creator’s brief is printed.'
export const printing = (works: number) => `The first ${counts.works(works)} are being printed.`
export const eachAppears = 'Each appears here, while you look, as soon as it has passed its gates.'
export const writeBrief = 'Write a brief'
