export const hangsIn = {
  fair: 'In fair order: the less seen, the sooner.',
  number: 'By number: an order that nobody chose, by hash.',
  creator: 'By creator, from A to Z.',
  colour: 'By colour: round the wheel from red, then the greys.',
}
export const label = 'Order of the works'
export const hangBy = 'Hang by'
export const by = { fair: 'fair', number: 'number', creator: 'creator', colour: 'colour' }
export const howDrawn = 'How it is drawn'
