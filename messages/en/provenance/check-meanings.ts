export const checksTitle = 'What is checked'
export const checks = [
  ['Rules', 'they hash to the round’s id, which the contract holds'],
  ['Pictures', 'each picture, recipe and signed brief is the one that the list names'],
  ['Works', 'the list was anchored before voting opened'],
  ['Ballots', 'signature, window, sequence and spelling of each'],
  ['Log', 'nothing dropped, moved or back-dated; posted ballots are in'],
  ['Votes', 'each account’s power at the snapshot'],
  ['Count', 'the result is what the ballots say, with ties and voids'],
  ['Winners', 'every token document and root, before anything is minted'],
  ['Tokens', 'the digest on chain is the record, the record names the picture'],
  ['Licence', 'one licence in every record, and every model’s terms allow it'],
] as const

export const squaresTitle = 'What the squares say'
/** Each verdict: its name, and what it means. */
export const squares = {
  checked: ['Green', 'recomputed and equal'],
  broken: ['Red', 'differs; the record is named'],
  unknown: ['Unknown', 'a chain or a file is missing to say'],
  attested: ['Attested', 'somebody’s word, and whose'],
} as const
