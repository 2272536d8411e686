export const differs = (conflicts: number) =>
  conflicts === 1
    ? 'One thing was decided differently on your other device.'
    : `${conflicts} things were decided differently on your other device.`
export const which = 'Everything else of both is here. Which holds?'
export const table = 'Decided differently'
export const work = 'Work'
export const here = 'Here'
export const there = 'There'
export const keepHere = 'Keep what is here'
export const takeThere = 'Take what is there'
