export const title = 'What the file says of itself'
export const aside = 'anybody can write it'
export const nothing = 'Nothing: it carries no XMP.'
export const fields = {
  title: 'Title',
  creator: 'Creator',
  rights: 'Rights',
  licence: 'Licence',
  sourceType: 'Kind of source',
  system: 'Made with',
  systemVersion: 'Version',
  prompt: 'Prompt',
  promptWriter: 'Prompt by',
  dataMining: 'Machines may learn from it',
}
