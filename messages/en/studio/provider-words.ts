export const procedural = {
  label: 'The procedural artist',
  hint: 'Rules written by hand, no training data. Made on this server; your words stay here.',
}
export const aihorde = {
  label: 'Volunteers’ GPUs',
  hint: 'Computers lent by people you do not know: they see your words and the picture. It can take long, or be turned down.',
}
export const replicateHint = 'A model at a provider; your words are sent there.'
export const proceduralInSentence = 'the procedural artist'
export const minutes = 'minutes'
export const aSecond = 'a second'
export const free = 'free'
export const finishedWork = { label: 'A finished work', hint: 'Made elsewhere; declared by its creator.' }
