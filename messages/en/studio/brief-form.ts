export const one = 'one'
export const brief = 'Brief'
export const letters = (count: number, most: number) => `${count} of ${most}`
export const briefHint =
  'What should be seen: subject, colours, how dense, how still. The procedural artist reads words of colour, number, density and motion.'
export const style = 'Style'
export const optional = 'optional'
export const yourName = 'Your name on the wall label'
export const worksToMake = 'Works to make'
export const royaltyAddress = 'Royalty address'
export const yoursWhenEmpty = 'Yours when empty.'
export const madeBy = 'Made by'
export const time = 'Time'
export const cost = 'Cost'
export const whatYouSign = 'What you sign'
export const oneSignature = 'one signature, no gas'
export const wordsKept = 'Your words are kept.'
export const whySignIn = 'A brief is signed by its creator.'
export const review = 'Review the brief'
export const keepPrivate = 'Keep the words private'
export const whatPrivateMeans = [
  'You sign a seal of brief and style. The wall, the record and the picture’s file hold the seal, never the words.',
  'This server keeps the words, and whoever makes the pictures reads them: keep out what nobody may know.',
  'Volunteers’ computers are left out. The title is “Untitled”, since titles are made of the words.',
  'You can reveal the words later, for good, on the page of your briefs.',
]
