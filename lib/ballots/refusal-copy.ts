import type { ProtocolCode } from '#lib/protocol/errors.ts'

type Copy = { title: string; next: string }

const copy = (title: string, next: string): Copy => ({ title, next })
const AGAIN = 'Reload the round and sign once more. Your picks are kept.'

const COPY: Partial<Record<ProtocolCode, Copy>> = {
  'ballot-round': copy('The ballot is for another round.', AGAIN),
  'ballot-root': copy('The ballot is for another list of works.', AGAIN),
  'ballot-method': copy('The ballot uses another way of voting than this round.', AGAIN),
  'ballot-chain': copy(
    'The ballot was signed for another network.',
    'Switch the wallet’s network and sign once more.',
  ),
  'ballot-note': copy(
    'The note cannot be taken as it is.',
    'Shorten it to 500 bytes of plain text and sign once more.',
  ),
  'ballot-agent': copy('The name of the agent is not spelled as agreed.', AGAIN),
  'ballot-window': copy(
    'The round takes no ballots now.',
    'Its page says when it does. Your picks are kept.',
  ),
  'ballot-expired': copy(
    'The ballot was valid for a time that has passed.',
    'Sign once more. Your picks are kept.',
  ),
  'ballot-issued-in-future': copy(
    'The ballot is dated later than now.',
    'Check the clock of this device and sign once more.',
  ),
  'choices-malformed': copy('The choices are not spelled as agreed.', AGAIN),
  'choices-order': copy('The choices are not in ascending order.', AGAIN),
  'choices-duplicate': copy('The ballot names a work twice.', AGAIN),
  'choices-range': copy(
    'A work has more than this round allows for one.',
    'Give it less and sign once more.',
  ),
  'choices-sum': copy('The shares do not add up to 100.', 'Balance them and sign once more.'),
  'choices-budget': copy(
    'The votes cost more credits than this round gives.',
    'Take some away and sign once more.',
  ),
  'choices-queue': copy(
    'The duels are not the first ones of your queue.',
    'Load the duels again: your answers to those of your queue are kept.',
  ),
  'choices-unknown': copy('The ballot names a work that is not in this round.', AGAIN),
  'choices-too-many': copy(
    'The ballot names more works than this round allows.',
    'Take some away and sign once more.',
  ),
  'choices-too-long': copy('The choices are too long for the ballot.', 'Send the text beside the ballot.'),
  'choices-text-missing': copy('The text of the choices is missing.', 'Send it beside the ballot.'),
  'choices-text-mismatch': copy('The text beside the ballot is not the one that was signed.', AGAIN),
  'sequence-used': copy(
    'A newer ballot of yours is in the log.',
    'Sign once more: the page takes the next number.',
  ),
  'sequence-too-high': copy(
    'The ballot’s number runs too far ahead.',
    'Sign once more with the next number.',
  ),
  'signature-malformed': copy(
    'The signature cannot be read.',
    'Sign once more with the account that the ballot names.',
  ),
  'signature-too-large': copy('The signature is too long.', 'Ask your wallet for a shorter one.'),
  'bundle-too-large': copy(
    'The signature and the ballot are too long together.',
    'Shorten the note, or post the ballot on chain.',
  ),
  'signature-high-s': copy(
    'The signature has the form that is not taken.',
    'Sign once more with another wallet.',
  ),
  'signature-mismatch': copy(
    'The ballot is not signed by the account it names.',
    'Sign once more with that account.',
  ),
}

/** What a person reads when a ballot is refused. */
export function refusalCopy(code: ProtocolCode): Copy {
  return COPY[code] ?? copy('The ballot was refused.', AGAIN)
}
