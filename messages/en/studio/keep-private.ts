export const keepPrivate = 'Keep the words private'
export const whatItMeans = [
  'You sign a seal of brief and style. The wall, the record and the picture’s file hold the seal, never the words.',
  'This server keeps the words, and whoever makes the pictures reads them: keep out what nobody may know.',
  'Volunteers’ computers are left out. The title is “Untitled”, since titles are made of the words.',
  'You can reveal the words later, for good, on the page of your briefs.',
]
