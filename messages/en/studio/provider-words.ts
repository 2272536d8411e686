export const procedural = {
  label: 'The procedural artist',
  hint: 'Rules written by hand, no training data. Made on this server; your words stay here.',
}
export const aihorde = {
  label: 'Volunteers’ GPUs',
  hint: 'Computers lent by people you do not know: they see your words and the picture. It can take long, or be turned down.',
}
export const modelElsewhere = 'A model at a provider; your words are sent there.'
export const modelHere = 'A model on whoever runs this server’s own machine; your words stay there.'
export const server = (kind: string, name: string) => `${kind} “${name}”`
export const any = 'Whichever suits the round'
export const anyInSentence = 'whichever provider suits the round'
export const prefers = {
  cheapest: 'Chosen when its turn comes: the cheapest that can.',
  fastest: 'Chosen when its turn comes: the fastest that can.',
  best: 'Chosen when its turn comes: the one whose works pass the gates and are liked.',
  own: 'Chosen when its turn comes, by price, speed and quality as the director weighs them.',
}
export const mayGo = {
  'this-server': 'Your words stay here.',
  provider: 'Your words may be sent to a provider.',
  strangers: 'Your words may be sent to a provider, or to volunteers you do not know.',
}
export const upTo = (most: string) => `up to ${most}`
export const proceduralInSentence = 'the procedural artist'
export const minutes = 'minutes'
export const aSecond = 'a second'
export const free = 'free'
export const finishedWork = { label: 'A finished work', hint: 'Made elsewhere; declared by its creator.' }
