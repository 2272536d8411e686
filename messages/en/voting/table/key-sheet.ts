type Key = readonly [caps: string, does: string]

export const markKeys: readonly Key[] = [
  ['P', 'Pick: this work is on your ballot. Again takes it off.'],
  ['X', 'Pass. Again takes it off.'],
  ['U', 'Unset: neither picked nor passed.'],
]
export const otherKeys: readonly Key[] = [
  ['← →', 'The work before, the work after.'],
  ['Home End', 'The first work, the last work.'],
  ['C', 'Compare with the next one that is kept. Arrows bring another challenger, with S it wins.'],
  ['N', 'Survey: the works beside each other. Enter opens one.'],
  ['+ − 0', 'Closer, further, and as it fits. Arrows move on in the same place.'],
  ['Esc', 'Back to one work.'],
  ['Z', 'Undo. Shift and Z make it again.'],
  ['?', 'This list.'],
]
/** What 1 to 5 do. */
export const digits = {
  rating: 'Rate, for your own order. It never stands on a ballot.',
  points: 'Points on your ballot. Again takes them off.',
  place: 'Put this work in that place of your ballot.',
}
export const shiftKey: Key = ['Alt ←→', 'This work earlier or later on your ballot.']
export const gestures: readonly Key[] = [
  ['← →', 'Swipe: the next work, the work before.'],
  ['↑', 'Swipe: pick. Again takes it off.'],
  ['↓', 'Swipe: pass. Again takes it off.'],
  ['2×', 'Tap twice, or part two fingers: closer. Tap twice again: as it fits.'],
]
export const compare = 'Compare'
export const survey = 'Survey'
export const closer = 'Closer'
export const oneWork = 'One work'
export const keys = 'Keys'
export const more = 'More'
export const close = 'Close'
export const whereKeysAct = 'Keys act while the focus is on the table, not in the strip above it.'
export const goOn = 'After a mark, go on to the next unset work'
export const letterKeys = 'Keys of one letter or figure'
export const firstWork = 'First work'
export const lastWork = 'Last work'
export const unset = 'Unset this work'
export const redo = 'Redo'
export const smallCopies =
  'Smaller copies are shown here, without credentials. The original hangs on the page of each work.'
