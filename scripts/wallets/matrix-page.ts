/** One way to sign a ballot, and what became of it. */
export type MatrixRow = {
  wallet: string
  signature: string
  /** Who answered for it, as the leaf says; empty for a refused one. */
  check: string
  outcome: string
  /** Colour of check 4 for this ballot, with a node of its chain and without one. */
  asked: string
  offline: string
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** docs/wallets.md: what a test saw, and nothing else. */
export function matrixPage(rows: readonly MatrixRow[], largest: { bytes: number; words: number }): string {
  const taken = rows.filter(({ check }) => check !== '')
  const refused = rows.filter(({ check }) => check === '')
  return [
    '# Wallets',
    '',
    'What can sign a ballot. Each line was played by `scripts/wallets/matrix.integration.test.ts` on a local chain with',
    'the contracts themselves: sent, logged, closed, counted and verified, with a node of the chain and without one.',
    'The test keeps this page as it is; `npx vitest run --project integration scripts/wallets -u` writes it.',
    '',
    line(['wallet', 'signature', 'check in the leaf', 'ballot', 'verified with a node', 'without one']),
    line(['---', '---', '---', '---', '---', '---']),
    ...taken.map(({ wallet, signature, check, outcome, asked, offline }) =>
      line([wallet, signature, `\`${check}\``, outcome, asked, offline]),
    ),
    '',
    'A ballot of a contract weighs by the tokens of the chain on which the contract took it: the same address may have',
    'other owners elsewhere. *Attested* means that it rests on the answer that the operator recorded; the report says how',
    'much power does, and whether the winners would be others without it.',
    '',
    'What is refused, and how:',
    '',
    line(['signature', 'length', 'answer']),
    line(['---', '---', '---']),
    ...refused.map(({ wallet, signature, outcome }) => line([wallet, signature, outcome])),
    '',
    '## Hardware',
    '',
    `A device shows what it signs, so a ballot is flat: ten fields, no arrays, no structs within. The longest one that is allowed has ${largest.bytes.toLocaleString('en')} bytes of`,
    `typed data: its ${largest.words.toLocaleString('en')} words are hashed field by field, and only the choices and the note are longer than a word. Choices`,
    'beyond 2,048 bytes are signed by their hash.',
    '',
  ].join('\n')
}
