const words = (title: string, next: string) => ({ title, next })
const AGAIN = 'Reload the round and sign once more. Your picks are kept.'

/** By code, for a ballot that is not taken. */
export const refusals = {
  'ballot-round': words('The ballot is for another round.', AGAIN),
  'ballot-root': words('The ballot is for another list of works.', AGAIN),
  'ballot-method': words('The ballot uses another way of voting than this round.', AGAIN),
  'ballot-chain': words(
    'The ballot was signed for another network.',
    'Switch the wallet’s network and sign once more.',
  ),
  'ballot-note': words(
    'The note cannot be taken as it is.',
    'Shorten it to 500 bytes of plain text and sign once more.',
  ),
  'ballot-agent': words('The name of the agent is not spelled as agreed.', AGAIN),
  'ballot-window': words(
    'The round takes no ballots now.',
    'Its page says when it does. Your picks are kept.',
  ),
  'ballot-expired': words(
    'The ballot was valid for a time that has passed.',
    'Sign once more. Your picks are kept.',
  ),
  'ballot-issued-in-future': words(
    'The ballot is dated later than now.',
    'Check the clock of this device and sign once more.',
  ),
  'choices-malformed': words('The choices are not spelled as agreed.', AGAIN),
  'choices-order': words('The choices are not in ascending order.', AGAIN),
  'choices-duplicate': words('The ballot names a work twice.', AGAIN),
  'choices-range': words(
    'A work has more than this round allows for one.',
    'Give it less and sign once more.',
  ),
  'choices-sum': words('The shares do not add up to 100.', 'Balance them and sign once more.'),
  'choices-budget': words(
    'The votes cost more credits than this round gives.',
    'Take some away and sign once more.',
  ),
  'choices-queue': words(
    'The duels are not the first ones of your queue.',
    'Load the duels again: your answers to those of your queue are kept.',
  ),
  'choices-unknown': words('The ballot names a work that is not in this round.', AGAIN),
  'choices-too-many': words(
    'The ballot names more works than this round allows.',
    'Take some away and sign once more.',
  ),
  'choices-too-long': words('The choices are too long for the ballot.', 'Send the text beside the ballot.'),
  'choices-text-missing': words('The text of the choices is missing.', 'Send it beside the ballot.'),
  'choices-text-mismatch': words('The text beside the ballot is not the one that was signed.', AGAIN),
  'sequence-used': words(
    'A newer ballot of yours is in the log.',
    'Sign once more: the page takes the next number.',
  ),
  'sequence-too-high': words(
    'The ballot’s number runs too far ahead.',
    'Sign once more with the next number.',
  ),
  'signature-malformed': words(
    'The signature cannot be read.',
    'Sign once more with the account that the ballot names.',
  ),
  'signature-too-large': words('The signature is too long.', 'Ask your wallet for a shorter one.'),
  'bundle-too-large': words(
    'The signature and the ballot are too long together.',
    'Shorten the note, or post the ballot on chain.',
  ),
  'signature-high-s': words(
    'The signature has the form that is not taken.',
    'Sign once more with another wallet.',
  ),
  'signature-mismatch': words(
    'The ballot is not signed by the account it names.',
    'Sign once more with that account.',
  ),
}

export const refused = words('The ballot was refused.', AGAIN)
