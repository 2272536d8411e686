export const title = 'Who makes the pictures'
export const whatItIs =
  'Each picture goes to whichever provider suits best when its turn comes. What counts as best is set here, for every brief whose creator leaves it to the round.'
export const prefer = 'What counts'
export const preferences = {
  cheapest: { label: 'The price', hint: 'Of a work that the gates accept, not of any picture.' },
  fastest: { label: 'The time', hint: 'With the wait: where there is room, it is sooner.' },
  best: {
    label: 'The works',
    hint: 'Whose pictures pass the gates and are liked by voters; others are tried now and then.',
  },
  own: { label: 'Weights of your own', hint: 'Some of each.' },
}
export const goods = { cost: 'Price', speed: 'Time', quality: 'Works' }
export const weightsHint = 'From 0 to 100, relative to each other.'
export const privacy = 'How far the words of a brief may go'
export const distances = {
  'this-server': { label: 'Nowhere', hint: 'Only what runs on this server.' },
  provider: { label: 'To a provider', hint: 'And to nobody else.' },
  strangers: { label: 'To volunteers too', hint: 'Where they are let in below.' },
}
export const outputs = 'Which models'
export const uses = {
  any: { label: 'Any', hint: 'What may be done with a work is in its record.' },
  'any-use': {
    label: 'Free to use',
    hint: 'Only models whose terms let their pictures be used for anything, sold too.',
  },
}
export const budget = 'Budget of this round'
export const inDollars = 'US dollars'
export const set = 'Set'
export const isSet = 'It is set. Pictures whose turn comes from now on go by it; what is under way goes on.'
export const nothingChanged = 'Nothing was changed. What you entered is still here.'
export const whySignIn = 'Only the director sets this.'
export const emptyMeans = 'Empty: no bound.'
export const oneAsked = 'Somebody has to be asked: tick one at least.'
