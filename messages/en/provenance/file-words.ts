export const reading = 'Reading the file'
export const unpacking = 'Unpacking, and hashing every file'
/** While each check runs. */
export const checking = {
  '4': 'Checking ballots and their signatures',
  '1': 'Checking rules and round',
  '2': 'Checking pictures, recipes and briefs',
  '3': 'Checking the list of works',
  '5': 'Checking the log and its heads',
  '6': 'Checking voting power',
  '7': 'Checking the count',
  '7b': 'Checking winners and their records',
  '8': 'Checking tokens and pictures',
  '9': 'Checking the licence',
}
export const checkingRecord = 'Checking the record'

export const statement = {
  green: 'All green: everything in this record holds.',
  attested: 'Nothing is wrong. Some of it is somebody’s word.',
  unknown: 'Nothing is wrong. Not everything could be checked.',
  red: 'This record is not what it says.',
}

type Checked = { name: string; size: string; receipts: number; milliseconds: number }

export function checkedHere({ name, size, receipts, milliseconds }: Checked) {
  const withThem = receipts === 0 ? '' : receipts === 1 ? ', with one receipt' : `, with ${receipts} receipts`
  return `${name}, ${size}${withThem}: checked on this device in ${(milliseconds / 1000).toFixed(2)} s.`
}
export const nothingSent = 'Nothing was sent.'
export const asked = (node: string) => `${node} was asked for the anchors; nothing else was sent.`

export const line = (number: number) => `line ${number}`

export const failed = {
  'not-a-zip': {
    title: 'This is no bundle.',
    text: 'A round’s record is one archive, bundle.zip. This file is no archive of that kind.',
  },
  'file-unreadable': {
    title: 'The file could not be read.',
    text: 'It was moved, or it is a folder, or this browser may not open it. Choose it again.',
  },
  'file-too-large': {
    title: 'The file is too large for a browser.',
    text: 'The command line reads it: npm run verso -- verify bundle.zip.',
  },
  'recount-stopped': {
    title: 'This browser stopped the check.',
    text: 'Its memory may have ended. Try again with fewer pages open, or use the command line.',
  },
}
export const unended = { title: 'The check did not end.', text: 'Try again, or use the command line.' }

export const given = {
  nothing: 'There was no file in what you dropped.',
  'two-bundles': 'One bundle at a time. Receipts, as .json files, may come with it.',
  'receipts-only': 'A receipt is looked for in a record: drop the bundle.zip of its round with it.',
  'picture-alone': 'One picture at a time, and no bundle with it.',
}

export const noContractWallets = 'No ballot rests on a recorded answer of a contract wallet.'
export const contractWallets = (ballots: number, power: bigint) =>
  `${ballots === 1 ? 'One ballot' : `${ballots.toLocaleString('en')} ballots`} of contract wallets, ${power.toLocaleString('en')} votes, rest on recorded answers.`
export const othersWin = 'Without them other works would win.'
export const sameWin = 'Without them the same works win.'

/** What each check is about. */
export const checkTitles = {
  '0': 'Files and manifest',
  '1': 'Rules and round',
  '2': 'Works and recipes',
  '3': 'Candidates',
  '4': 'Ballots',
  '5': 'Log and posted ballots',
  '6': 'Powers',
  '7': 'Tally and result',
  '7b': 'Token documents, winners, shares',
  '8': 'Tokens',
  '9': 'Licence and gates',
  '10': 'Shares and claims',
}

/** The verifier's sentences name options of the command line; a page has fields, or none. */
export const trusted = (sentence: string, hasFields: boolean) =>
  sentence
    .replace(
      '; pass --rpc to compare the anchors',
      hasFields ? ': name a node above to compare the anchors' : '',
    )
    .replace(
      ': pass --collection if you know its address',
      hasFields ? ': write it above if you know it' : '',
    )
