export const does = {
  choose: 'The left work wins, the right work wins.',
  tie: 'A tie: both are as good.',
  skip: 'Skip: this pair is not judged, and both works go.',
  undo: 'Undo the last duel.',
  zoom: 'Both works larger, smaller, whole.',
  pan: 'With Shift the arrows move what is enlarged.',
  keys: 'This list.',
}
export const close = 'Close'
export const whereKeysAct = 'Keys act while the focus is on the pair or the bar under it.'
export const keysOfOneSign = 'Keys of one letter or sign'
export const judgedFor = 'Judged for'
export const judgeForAnother = 'Judge for another address'
