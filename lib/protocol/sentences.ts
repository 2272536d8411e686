import type { REPORT_TEXTS } from './verify/sentences.ts'

/**
 * What the protocol refuses with, in English. A text is the key of its sentence in other languages: a `Said` carries
 * it with its values. Only tests read the list; everything else needs no more than the type.
 */
export const REFUSAL_TEXTS = [
  // allowlist.ts
  'an amount of zero',
  'no newline at the end',
  '{account} is out of order or stands twice',
  '{fault}',
  // ballot.ts
  'the signature has more than {most} bytes',
  'the ballot is for another round',
  'the ballot is for another list of candidates',
  'the round votes by {method}',
  "chain {signingChain} is not one of the round's signing chains",
  'the note has more than {most} bytes',
  'agent is empty, or up to 64 of a-z, 0-9, dot, dash and underscore',
  'voting is not open yet',
  'voting is closed',
  'the ballot was issued later than now; check the clock',
  'the ballot was valid for a time that has passed; sign again',
  'sequence {next} is used; the last one is {lastSequence}',
  'sequence {next} is more than {step} beyond the last one',
  // brief-parent.ts
  'a brief names one parent, as Parent: sha256:<64 hex digits>',
  // brief-private.ts
  'a private prompt is Prompt: sha256:<64 hex digits>, and nothing else',
  'the words of a private prompt are no whole text',
  'the words and the salt are not those that were sealed',
  'a private prompt comes with its words and its salt',
  'words and salt come with a private prompt alone',
  // brief-work.ts
  '{name} is declared twice',
  '{name} has 1 to {most} letters',
  'a brief brings one work, as Work: sha256:<64 hex digits>',
  'a brief names at most {most} references, each once, as Reference: sha256:<64 hex digits>',
  // brief.ts
  'the brief is for another round',
  'works of this round are under {id}',
  'the hash in the brief is not that of its prompt',
  'the brief was valid for a time that has passed; sign again',
  'the brief is not signed by the account it names',
  // bundle-zip.ts
  '{path} does not follow the file before it',
  'bytes between the last file and the directory',
  'no directory at the end',
  'more than one disk',
  'zip64 or a comment',
  'the directory does not end where the archive does',
  '{path} is not in order or stands twice',
  'the directory has another length',
  'a directory entry is cut off',
  'made by another system',
  'extra fields',
  'file attributes',
  'another version or flags',
  'another compression method',
  'a time other than 1980-01-01',
  '{path} is no file of a bundle',
  '{path} is cut off',
  '{path} has no header',
  '{path} differs from its directory entry',
  '{path} has {size} bytes',
  'the core has {core} bytes',
  '{path} unpacks to another length',
  '{path} has another checksum',
  '{path} {fault}',
  'cannot be unpacked',
  // bundle.ts
  'leaf {index}: {fault}',
  'a posted ballot that no key signed, and no chain was asked',
  'no list has the root {allowlistRoot}',
  'the sealed log has {size} leaves, not {leaves}',
  'the leaves do not give the root of the sealed log',
  'no power is recorded for {account}',
  // bytes.ts
  'expected 0x and pairs of lower-case hex digits',
  'expected 32 bytes, got {bytes}',
  // candidates.ts
  'candidates: the same file twice',
  'candidates: {number} stands at place {place}',
  // canonical.ts
  '{where}: a lone surrogate',
  '{where}: a byte order mark',
  '{where}: a null character',
  '{where}: text that is not in normalisation form C',
  '{where}: not an integer within 2^53 - 1',
  '{where}: minus zero',
  '{where}: not a plain object',
  '{where}: a symbol as a key',
  '{where}: a key',
  '{where}: {type} is not JSON',
  'nested deeper than {most}',
  'no value to write',
  'a byte order mark at the start',
  'not UTF-8',
  'not JSON',
  'the key {key} twice',
  'the bytes are not the canonical spelling (RFC 8785)',
  'the last line has no newline',
  'line {line}: {fault}',
  // choices-text.ts
  'more than {most} bytes',
  'the choices name a text that did not come with the ballot',
  'more than {most} bytes in the ballot',
  'the text beside the ballot is not the one that was signed',
  // choices.ts
  '{number} is not the number of a work',
  'a work twice',
  '#{number} does not follow in ascending order',
  '#{number} is not among the {candidateCount} candidates',
  '{numbers} works, at most {maxChoices}',
  // head.ts
  'the head is not signed by the operator',
  // inflate/native.ts
  'unpacks to another length',
  'has bytes behind its end',
  // judge-lines.ts
  'the signature is one for {kind}',
  'chain {chainId} gives no weight in this round',
  'the key of the voter signed; no contract has to be asked',
  // leaf.ts
  'a text of more than {most} bytes',
  'a leaf of {size} bytes, at most {most}',
  // licences.ts
  'no licence {id}',
  // log-levels.ts
  'no leaf {index} in a log of {size}',
  'no way from {first} leaves to {second}',
  'a log of {leaves} leaves has no size {size}',
  // log-tree.ts
  'the path is too long',
  'the path is too short',
  '{hashes} subtrees do not make a log of {size}',
  'a subtree is missing',
  // methods/approval.ts
  'choices are written like "#12 #47", or "-"',
  // methods/pairwise-spelling.ts
  '#{first} stands against itself',
  '#{second} is written before #{first} where nobody won',
  'the block of the opening is not known',
  "duel {place} is not the next one of this voter's queue",
  'choices are written like "#12>#47 #3=#9 #3?#8", or "-"',
  '#{unknown} is not among the {candidateCount} candidates',
  '{duels} duels, at most {maxChoices}',
  // methods/quadratic.ts
  '{spent} credits, at most {most}',
  // methods/ranked-spelling.ts
  'choices are written like "#12>#47>#3", or "-"',
  // methods/valued-choices.ts
  'choices are written like "#12=60 #47=40", or "-"',
  '#{number} has {value}, at most {most} is possible',
  '{value} for #{number} is no whole number above 0',
  // methods/weighted.ts
  'the shares sum to {sum}, not to {whole}',
  // power.ts
  'a token answered with a negative amount',
  '{shares} shares for {strategies} strategies',
  'the shares give {total}',
  'stands at place {place}',
  'the rules say {value}',
  '{raw} gives {share} under the rules',
  'every voter has {amount}',
  'one read for each time of the strategy, in order',
  'stands beside earlier reads, and only there',
  'the least of the reads is {least}',
  'later than the moment that counts',
  'neither the block nor the moment that counts',
  '{account}, {field}: {fault}',
  '{account} stands twice',
  // primitives.ts
  'beyond uint64',
  // proofs/block-proof.ts
  'the header is that of block {number}',
  'the transactions are out of order',
  'the block has no transaction {index}',
  'the nodes are not the ways to these transactions, in their order',
  // proofs/header.ts
  'a header of a block has at least 15 fields',
  'a header with a number beyond 64 bits',
  // proofs/power-proof.ts
  'the state has no contract {token}',
  'a slot holds 32 bytes at most',
  // proofs/trie.ts
  'the node {hash} is missing',
  'the node {hash} is no list',
  'a node points nowhere',
  'not RLP',
  'bytes are missing',
  '{bytes} bytes are missing',
  'a list is missing',
  'a node has neither 2 nor 17 parts',
  // raw-cid.ts
  'not a content identifier in lower-case base32',
  'not a raw SHA-256 content identifier of version 1',
  // receipt.ts
  'the head is of another round',
  'the path does not lead from the ballot to the head',
  // refusal.ts
  'the refusal is of another round',
  'the refusal is of another ballot',
  'the refusal is not signed by the operator',
  // rules.ts
  'a unit of zero',
  'submissions open, submissions close, opening, close: each later than the one before',
  'the snapshot is after the opening',
  'a challenge of less than 24 hours',
  'rules.signingChains: lacks the home chain',
  'rules.signingChains: a chain twice',
  '{method} is not counted by {tally}',
  'limits.{name}: missing for {method}',
  'limits.{name}: not for {method}',
  'limits.maxChoices: a single choice is one',
  'limits.maxCandidates: at most {most} for ranked',
  'rules.recipient.address: set for a sale, null otherwise',
  // shape.ts
  '{where}: {issue}',
  'not of the expected shape',
  // signature.ts
  'the signature is not lower-case hex',
  'a compact signature (EIP-2098) is refused; sign with 65 bytes',
  'the signature has {bytes} bytes, not 65, and no contract takes it',
  'the signature ends with {v}, not 27 or 28',
  'a figure of the signature is outside the curve',
  'the signature has the upper of its two forms',
  'no account has this signature',
  // strategy.ts
  'a denominator of zero',
  'beyond uint256',
  '{source} counts twice',
  'times of a strategy ascend and lie before the snapshot',
  // tally.ts
  'no power is recorded for {voter}',
  // tie.ts
  'block {blockNumber} is earlier than closesAt',
  'block {blockNumber} is not the first one after closesAt',
  // token-document.ts
  'candidate {number} has no place in the result',
  'token.json has {bytes} bytes',
  // wallet-signature.ts
  'the ballot is not signed by the account it names',
  // winners.ts
  'no candidate #{number}',
  'recipient.kind is sale, but there is no address',
  'no winner has rank {rank}',
  // lib/ballots/wallets/data.ts
  'the contract of the voter does not take this signature',
  // lib/flows/accept-ballot/intake.ts
  'the round is not open for votes',
  // scripts/verso/watch/gather-round.ts
  'no operator of this round has signed it',
] as const

export type RefusalText = (typeof REFUSAL_TEXTS)[number]
export type Text = RefusalText | (typeof REPORT_TEXTS)[number]
