export const needsScriptsBefore = 'The Light Table needs scripts. Every work hangs on '
export const wall = 'the wall'
export const needsScriptsAfter = ' as well.'
export const comesNext = (step: string) => `${step} comes next.`
export const inSitting = (place: string) => `${place} in this sitting`
export const shortPlace = (pass: string, place: number, count: number) => `${pass}, ${place} of ${count}`
export const name = (round: string) => `Light Table of ${round}`
export const heading = (round: string) => `Light Table: ${round}`
