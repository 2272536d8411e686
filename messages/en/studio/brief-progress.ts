export const hung = (count: number) => `${count} hung`
export const turnedAway = (count: number) => `${count} turned away`
export const toCome = (count: number) => `${count} to come`
export const makeVariations = 'Make variations'
export const ofWork = (title: string) => ` of ${title}`
export const works = 'Works of this brief'
export const asking = 'Live progress did not get through; this page asks every two seconds.'
