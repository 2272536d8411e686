import { parseAbi } from 'viem'

/** What verification reads of a collection: its round, its tokens, its events. The rest of the contract is not needed. */
export const COLLECTION_RECORD = parseAbi([
  'struct Opening { bytes32 roundId; bytes32 candidateRoot; uint32 candidateCount; uint40 opensAt; uint40 closesAt; uint16 sealGrace; uint32 challengeSeconds; bytes32 licenceHash; bytes32 c2paRoot; address royaltyReceiver; uint16 royaltyBps; }',
  'struct Round { uint8 state; bool frozen; uint32 roundIndex; address director; address guardian; address operator; bytes32 candidateRoot; uint32 candidateCount; uint40 opensAt; uint40 closesAt; uint16 sealGrace; uint32 challengeSeconds; bytes32 licenceHash; address royaltyReceiver; uint16 royaltyBps; uint40 logSize; bytes32 logRoot; uint8 closes; uint40 closedAt; uint40 finalAt; bytes32 resultHash; bytes32 winnersRoot; bytes32 sharesRoot; uint128 sharesTotal; }',
  'function roundOf(bytes32 roundId) view returns (Round)',
  'function tokenDigest(uint256 tokenId) view returns (bytes32)',
  'function tokenURI(uint256 tokenId) view returns (string)',
  'event RoundOpened(bytes32 indexed roundId, uint32 indexed roundIndex, Opening opening, address director, address guardian, address operator)',
  'event HeadAnchored(bytes32 indexed roundId, uint40 size, bytes32 root, uint40 signedAt, bytes signature)',
  'event BallotPosted(bytes32 indexed roundId, bytes ballot)',
  'event CandidateVoided(bytes32 indexed roundId, uint32 number, bytes32 reason)',
  'event RoundCancelled(bytes32 indexed roundId, bytes32 reason)',
  'event RoundClosed(bytes32 indexed roundId, uint8 closes, bytes32 resultHash, bytes32 winnersRoot, bytes32 sharesRoot, uint128 sharesTotal, bytes32 bundleDigest, uint40 finalAt)',
  'event WinnerMinted(bytes32 indexed roundId, uint32 rank, uint32 number, bytes32 tokenDigest, address recipient)',
  'event OperatorRotated(bytes32 indexed roundId, address operator, address formerOperator, uint40 size)',
  'event RoundFrozen(bytes32 indexed roundId, address operator, uint8 evidence, uint64 size, bytes32 signedRoot, bytes32 otherRoot)',
  'event FreezeLifted(bytes32 indexed roundId, bytes32 reason, uint40 finalAt)',
])
