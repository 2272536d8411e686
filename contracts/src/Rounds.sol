// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ECDSA} from "solady/utils/ECDSA.sol";
import {EIP712} from "solady/utils/EIP712.sol";
import {EfficientHashLib} from "solady/utils/EfficientHashLib.sol";
import {LogTree} from "./LogTree.sol";
import {Roles} from "./Roles.sol";

/// @notice What a round is at a moment, derived from its record and the clock.
/// @dev `Submissions`: opened here, voting not begun. `Minted`: every winner is known to be minted.
enum State {
    Unknown,
    Submissions,
    Voting,
    Counting,
    Challenge,
    Final,
    Minted,
    Cancelled
}

/// @notice How an operator was caught: two logs of one size, or a signed head that the sealed log does not continue.
enum Evidence {
    Equivocation,
    Dropped
}

/// @notice What freezes when a round opens. Times in Unix seconds, durations in seconds.
struct Opening {
    bytes32 roundId;
    bytes32 candidateRoot;
    uint32 candidateCount;
    uint40 opensAt;
    uint40 closesAt;
    uint16 sealGrace;
    uint32 challengeSeconds;
    bytes32 licenceHash;
    bytes32 c2paRoot;
    address royaltyReceiver;
    uint16 royaltyBps;
}

/// @notice A head of the ballot log with the operator's EIP-712 signature (65 bytes, low s).
struct SignedHead {
    uint64 size;
    bytes32 root;
    uint64 signedAt;
    bytes signature;
}

/// @notice A round as `roundOf` shows it.
/// @dev `logRoot` is the root of the empty log while no head is anchored. `closedAt` is the start of the running
/// challenge window and `finalAt` its end, both 0 before the first close.
struct Round {
    State state;
    bool frozen;
    uint32 roundIndex;
    address director;
    address guardian;
    address operator;
    bytes32 candidateRoot;
    uint32 candidateCount;
    uint40 opensAt;
    uint40 closesAt;
    uint16 sealGrace;
    uint32 challengeSeconds;
    bytes32 licenceHash;
    address royaltyReceiver;
    uint16 royaltyBps;
    uint40 logSize;
    bytes32 logRoot;
    uint8 closes;
    uint40 closedAt;
    uint40 finalAt;
    bytes32 resultHash;
    bytes32 winnersRoot;
    bytes32 sharesRoot;
    uint128 sharesTotal;
}

/// @notice Rounds of a collection: opening, ballot log, posted ballots, close, challenge, fraud proofs.
/// @dev Lower time bounds are inclusive, upper ones exclusive. Nothing here depends on a job: the state of a round
/// follows from its record and `block.timestamp`.
abstract contract Rounds is Roles, EIP712 {
    /// @dev Packed so that minting, anchoring and closing each touch as few slots as possible.
    struct Record {
        bytes32 candidateRoot;
        // slot 1: what minting and closing need
        address director;
        uint32 roundIndex;
        uint40 finalAt;
        uint8 closes;
        uint8 flags;
        // slot 2
        address guardian;
        uint40 opensAt;
        uint32 challengeSeconds;
        uint16 royaltyBps;
        // slot 3: what anchoring a head needs
        address operator;
        uint40 closesAt;
        uint40 logSize;
        uint16 sealGrace;
        // slot 4
        bytes32 licenceHash;
        // slot 5
        address royaltyReceiver;
        uint32 candidateCount;
        uint16 operatorTerm;
        uint16 ruledTerms;
        // slots 6 to 10, empty until a head is anchored and the round is closed
        bytes32 logRoot;
        bytes32 resultHash;
        bytes32 winnersRoot;
        bytes32 sharesRoot;
        uint128 sharesTotal;
    }

    bytes32 public constant HEAD_TYPEHASH = keccak256("Head(bytes32 round,uint64 size,bytes32 root,uint64 signedAt)");
    uint256 public constant MAX_SEAL_GRACE = 900;
    uint256 public constant MAX_CLOSES = 3;

    uint256 internal constant ROUND_INDEX_OFFSET = 160;
    uint256 internal constant FINAL_AT_OFFSET = 192;
    uint256 internal constant FLAGS_OFFSET = 240;
    uint256 private constant CLOSES_AT_OFFSET = 160;
    uint256 private constant LOG_SIZE_OFFSET = 200;
    uint256 private constant SEAL_GRACE_OFFSET = 240;

    /// @dev Half the order of secp256k1, the highest s of a signature in its low form.
    uint256 private constant HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    uint8 internal constant CANCELLED = 1;
    uint8 internal constant FROZEN = 2;
    uint8 internal constant MINTED = 4;

    /// @notice Shortest challenge window a round may have, in seconds.
    uint32 public immutable minChallenge;

    mapping(bytes32 roundId => Record) internal _rounds;
    mapping(uint256 roundIndex => bytes32 roundId) internal _roundIds;
    /// @dev Term (from 1) of an operator that was rotated away; 0 for every other account.
    mapping(bytes32 roundId => mapping(address => uint256 term)) private _formerTerm;

    event RoundOpened(
        bytes32 indexed roundId,
        uint32 indexed roundIndex,
        Opening opening,
        address director,
        address guardian,
        address operator
    );
    event HeadAnchored(bytes32 indexed roundId, uint40 size, bytes32 root, uint40 signedAt, bytes signature);
    event BallotPosted(bytes32 indexed roundId, bytes ballot);
    event CandidateVoided(bytes32 indexed roundId, uint32 number, bytes32 reason);
    event RoundCancelled(bytes32 indexed roundId, bytes32 reason);
    event RoundClosed(
        bytes32 indexed roundId,
        uint8 closes,
        bytes32 resultHash,
        bytes32 winnersRoot,
        bytes32 sharesRoot,
        uint128 sharesTotal,
        bytes32 bundleDigest,
        uint40 finalAt
    );
    event OperatorRotated(bytes32 indexed roundId, address operator, address formerOperator, uint40 size);
    /// @dev `otherRoot`: the second signed root, or the sealed log's root at `size` (its last, if the log is shorter).
    event RoundFrozen(
        bytes32 indexed roundId,
        address operator,
        Evidence evidence,
        uint64 size,
        bytes32 signedRoot,
        bytes32 otherRoot
    );
    /// @dev `finalAt`: end of the challenge window that starts with the ruling; 0 if the round is not closed yet.
    event FreezeLifted(bytes32 indexed roundId, bytes32 reason, uint40 finalAt);

    error MinChallengeTooShort();
    error UnknownRound();
    error RoundUsed();
    error NotDirector();
    error NotGuardian();
    error NoCandidates();
    error InvalidTimes();
    error SealGraceTooLong();
    error ChallengeTooShort();
    error InvalidRoyalty();
    error OutsideWindow();
    error SizeNotGrowing();
    error InvalidSignature();
    error NotOperator();
    error NoSuchCandidate();
    error VotingIsOver();
    error RoundIsCancelled();
    error RoundIsFinal();
    error RoundIsFrozen();
    error NotFrozen();
    error NotSealed();
    error TooManyCloses();
    error ChallengeIsOver();
    error InvalidResult();
    error InvalidShares();
    error FormerOperator();
    error NoContradiction();
    error RuledAlready();

    constructor(uint32 minChallenge_) {
        if (minChallenge_ < 1 days && block.chainid != 31337) revert MinChallengeTooShort();
        minChallenge = minChallenge_;
    }

    /// @notice Opens a round: candidates, times and roles can no longer change. Director, before `opensAt`.
    function openRound(Opening calldata opening) external returns (uint32 roundIndex) {
        address director_ = director;
        if (msg.sender != director_) revert NotDirector();
        bytes32 roundId = opening.roundId;
        Record storage round = _rounds[roundId];
        if (roundId == bytes32(0) || round.director != address(0)) revert RoundUsed();
        _requireValidOpening(opening);

        roundIndex = ++_roundCount;
        _roundIds[roundIndex] = roundId;

        round.candidateRoot = opening.candidateRoot;
        round.director = director_;
        round.roundIndex = roundIndex;
        round.guardian = guardian;
        round.opensAt = opening.opensAt;
        round.challengeSeconds = opening.challengeSeconds;
        round.royaltyBps = opening.royaltyBps;
        round.operator = operator;
        round.closesAt = opening.closesAt;
        round.sealGrace = opening.sealGrace;
        round.licenceHash = opening.licenceHash;
        round.royaltyReceiver = opening.royaltyReceiver;
        round.candidateCount = opening.candidateCount;
        emit RoundOpened(roundId, roundIndex, opening, director_, round.guardian, round.operator);
    }

    /// @notice Anchors a head of the ballot log. Anyone who holds one, from `opensAt` until `closesAt + sealGrace`.
    /// @dev The highest head anchored by then is the sealed log. A cancelled round can still be sealed, because its
    /// log is published all the same.
    function anchorHead(bytes32 roundId, uint40 size, bytes32 root, uint40 signedAt, bytes calldata signature)
        external
    {
        Record storage round = _rounds[roundId];
        // Slot 3 is read and written as one word; field by field the compiler reads it again for each.
        uint256 log;
        assembly ("memory-safe") {
            log := sload(add(round.slot, 3))
        }
        if (log == 0) revert UnknownRound();
        uint256 sealedAt = uint40(log >> CLOSES_AT_OFFSET) + (log >> SEAL_GRACE_OFFSET);
        if (block.timestamp < round.opensAt || block.timestamp >= sealedAt) revert OutsideWindow();
        if (size <= uint40(log >> LOG_SIZE_OFFSET)) revert SizeNotGrowing();
        if (_headSigner(roundId, size, root, signedAt, signature) != address(uint160(log))) revert NotOperator();
        log = log & ~(uint256(type(uint40).max) << LOG_SIZE_OFFSET) | uint256(size) << LOG_SIZE_OFFSET;
        assembly ("memory-safe") {
            sstore(add(round.slot, 3), log)
        }
        round.logRoot = root;
        emit HeadAnchored(roundId, size, root, signedAt, signature);
    }

    /// @notice Puts a signed ballot on record without the operator. Anyone, from `opensAt` until `closesAt`.
    /// @param ballot Canonical JSON of the body that the ballot endpoint takes.
    function postBallot(bytes32 roundId, bytes calldata ballot) external {
        Record storage round = _live(roundId);
        if (block.timestamp < round.opensAt || block.timestamp >= round.closesAt) revert OutsideWindow();
        emit BallotPosted(roundId, ballot);
    }

    /// @notice Takes a candidate out of the vote, with a public reason. Guardian, before `closesAt`.
    function voidCandidate(bytes32 roundId, uint32 number, bytes32 reason) external {
        Record storage round = _live(roundId);
        if (msg.sender != round.guardian) revert NotGuardian();
        if (block.timestamp >= round.closesAt) revert VotingIsOver();
        if (number == 0 || number > round.candidateCount) revert NoSuchCandidate();
        emit CandidateVoided(roundId, number, reason);
    }

    /// @notice Cancels a round, with a public reason. Guardian, until it is final.
    function cancelRound(bytes32 roundId, bytes32 reason) external {
        Record storage round = _live(roundId);
        if (msg.sender != round.guardian) revert NotGuardian();
        if (_isFinal(_closingSlot(round))) revert RoundIsFinal();
        round.flags |= CANCELLED;
        emit RoundCancelled(roundId, reason);
    }

    /// @notice Anchors a result and starts its challenge window. Director, once the log is sealed; at most three
    /// times, the second and third only inside the running window.
    /// @param resultHash SHA-256 of the canonical `result.json`.
    /// @param winnersRoot Root of the winners tree; zero if nobody won, and then nothing can be minted.
    /// @param sharesRoot Root of the shares tree; zero exactly if `sharesTotal` is zero.
    /// @param bundleDigest SHA-256 of the bundle's `manifest.json`, only emitted.
    function closeRound(
        bytes32 roundId,
        bytes32 resultHash,
        bytes32 winnersRoot,
        bytes32 sharesRoot,
        uint128 sharesTotal,
        bytes32 bundleDigest
    ) external {
        Record storage round = _live(roundId);
        if (msg.sender != round.director) revert NotDirector();
        if (!_isSealed(round)) revert NotSealed();
        if (round.flags & FROZEN != 0) revert RoundIsFrozen();
        uint8 closes = round.closes;
        if (closes != 0 && block.timestamp >= round.finalAt) revert ChallengeIsOver();
        if (closes == MAX_CLOSES) revert TooManyCloses();
        if (resultHash == bytes32(0)) revert InvalidResult();
        if ((sharesRoot == bytes32(0)) != (sharesTotal == 0)) revert InvalidShares();

        uint40 finalAt = uint40(block.timestamp + round.challengeSeconds);
        round.closes = ++closes;
        round.finalAt = finalAt;
        round.resultHash = resultHash;
        round.winnersRoot = winnersRoot;
        round.sharesRoot = sharesRoot;
        round.sharesTotal = sharesTotal;
        emit RoundClosed(
            roundId, closes, resultHash, winnersRoot, sharesRoot, sharesTotal, bundleDigest, finalAt
        );
    }

    /// @notice Gives a round a new operator from the anchored size on. Director, until the log is sealed.
    /// @dev Leaves below the size belong to the former key. A head of the former key above it can no longer be
    /// anchored, but stays evidence: the log must still continue it.
    function rotateOperator(bytes32 roundId, address newOperator) external {
        Record storage round = _live(roundId);
        if (msg.sender != round.director) revert NotDirector();
        if (_isSealed(round)) revert OutsideWindow();
        address former = round.operator;
        if (newOperator == former || _formerTerm[roundId][newOperator] != 0) revert FormerOperator();
        _requireThreeRoles(round.director, round.guardian, newOperator);
        _formerTerm[roundId][former] = ++round.operatorTerm;
        round.operator = newOperator;
        emit OperatorRotated(roundId, newOperator, former, round.logSize);
    }

    /// @notice Freezes a round with two heads of one size and different roots, signed by one of its operators.
    /// @dev Anyone, until the round is final.
    function proveEquivocation(bytes32 roundId, SignedHead calldata a, SignedHead calldata b) external {
        Record storage round = _live(roundId);
        if (a.size != b.size || a.root == b.root) revert NoContradiction();
        address signer = _headSigner(roundId, a.size, a.root, a.signedAt, a.signature);
        if (_headSigner(roundId, b.size, b.root, b.signedAt, b.signature) != signer) revert NotOperator();
        _freeze(round, roundId, signer, Evidence.Equivocation, a.size, a.root, b.root);
    }

    /// @notice Freezes a round with the head of a receipt that the sealed log does not continue, so that a leaf was
    /// dropped, changed or moved. Anyone, from `closesAt + sealGrace` until the round is final.
    /// @param head The receipt's head. It contradicts the sealed log if it is larger, or if the sealed log's first
    /// `head.size` leaves have another root.
    /// @param proof For a head smaller than the sealed log: the nodes of its consistency proof (RFC 9162, 2.1.4) taken
    /// from the sealed log, the first node always written out. Otherwise empty.
    function proveDropped(bytes32 roundId, SignedHead calldata head, bytes32[] calldata proof) external {
        Record storage round = _live(roundId);
        if (!_isSealed(round)) revert NotSealed();
        address signer = _headSigner(roundId, head.size, head.root, head.signedAt, head.signature);
        bytes32 sealedRoot = _logRoot(round);
        uint256 sealedSize = round.logSize;
        if (head.size <= sealedSize) {
            if (head.size == 0) {
                sealedRoot = LogTree.EMPTY_ROOT;
            } else if (head.size < sealedSize) {
                (bytes32 prefixRoot, bytes32 totalRoot) = LogTree.prefixRoots(proof, head.size, sealedSize);
                if (totalRoot != sealedRoot) revert LogTree.InvalidConsistencyProof();
                sealedRoot = prefixRoot;
            }
            if (head.root == sealedRoot) revert NoContradiction();
        }
        _freeze(round, roundId, signer, Evidence.Dropped, head.size, head.root, sealedRoot);
    }

    /// @notice Rules that a frozen round goes on, with a public reason. Guardian. If the round is closed, its
    /// challenge window starts anew.
    /// @dev The ruling settles every operator appointed so far; otherwise a stolen key could freeze for ever.
    function liftFreeze(bytes32 roundId, bytes32 reason) external {
        Record storage round = _live(roundId);
        if (msg.sender != round.guardian) revert NotGuardian();
        if (round.flags & FROZEN == 0) revert NotFrozen();
        uint40 finalAt;
        if (round.closes != 0) {
            finalAt = uint40(block.timestamp + round.challengeSeconds);
            round.finalAt = finalAt;
        }
        round.flags &= ~FROZEN;
        round.ruledTerms = round.operatorTerm + 1;
        emit FreezeLifted(roundId, reason, finalAt);
    }

    /// @notice State of a round now; `Unknown` for an id that was never opened.
    function stateOf(bytes32 roundId) external view returns (State) {
        return _stateOf(_rounds[roundId]);
    }

    /// @notice Everything stored about a round; all fields empty for an id that was never opened.
    function roundOf(bytes32 roundId) external view returns (Round memory view_) {
        Record storage round = _rounds[roundId];
        if (round.director == address(0)) return view_;
        view_.state = _stateOf(round);
        view_.frozen = round.flags & FROZEN != 0;
        view_.roundIndex = round.roundIndex;
        view_.director = round.director;
        view_.guardian = round.guardian;
        view_.operator = round.operator;
        view_.candidateRoot = round.candidateRoot;
        view_.candidateCount = round.candidateCount;
        view_.opensAt = round.opensAt;
        view_.closesAt = round.closesAt;
        view_.sealGrace = round.sealGrace;
        view_.challengeSeconds = round.challengeSeconds;
        view_.licenceHash = round.licenceHash;
        view_.royaltyReceiver = round.royaltyReceiver;
        view_.royaltyBps = round.royaltyBps;
        view_.logSize = round.logSize;
        view_.logRoot = _logRoot(round);
        view_.closes = round.closes;
        view_.closedAt = round.closes == 0 ? 0 : round.finalAt - round.challengeSeconds;
        view_.finalAt = round.finalAt;
        view_.resultHash = round.resultHash;
        view_.winnersRoot = round.winnersRoot;
        view_.sharesRoot = round.sharesRoot;
        view_.sharesTotal = round.sharesTotal;
    }

    /// @notice Id of the round with this index, from 1; zero if there is none.
    function roundIdOf(uint32 roundIndex) external view returns (bytes32) {
        return _roundIds[roundIndex];
    }

    /// @notice Number of rounds opened so far, which is the index of the last one.
    function roundCount() external view returns (uint32) {
        return _roundCount;
    }

    /// @notice The digest an operator signs for a head of this round's log.
    function headDigest(bytes32 roundId, uint64 size, bytes32 root, uint64 signedAt) public view returns (bytes32) {
        bytes32 head = EfficientHashLib.hash(
            HEAD_TYPEHASH, roundId, bytes32(uint256(size)), root, bytes32(uint256(signedAt))
        );
        return _hashTypedData(head);
    }

    function _live(bytes32 roundId) private view returns (Record storage round) {
        round = _rounds[roundId];
        if (round.director == address(0)) revert UnknownRound();
        if (round.flags & CANCELLED != 0) revert RoundIsCancelled();
    }

    function _stateOf(Record storage round) private view returns (State) {
        if (round.director == address(0)) return State.Unknown;
        if (round.flags & CANCELLED != 0) return State.Cancelled;
        if (round.flags & MINTED != 0) return State.Minted;
        if (_isFinal(_closingSlot(round))) return State.Final;
        if (round.closes != 0) return State.Challenge;
        if (block.timestamp >= round.closesAt) return State.Counting;
        return block.timestamp >= round.opensAt ? State.Voting : State.Submissions;
    }

    function _isSealed(Record storage round) private view returns (bool) {
        return block.timestamp >= uint256(round.closesAt) + round.sealGrace;
    }

    /// @dev Slot 1 in one read; field by field the compiler reads it again for each.
    function _closingSlot(Record storage round) internal view returns (uint256 closing) {
        assembly ("memory-safe") {
            closing := sload(add(round.slot, 1))
        }
    }

    function _isFinal(uint256 closing) internal view returns (bool) {
        uint256 finalAt = uint40(closing >> FINAL_AT_OFFSET);
        return finalAt != 0 && block.timestamp >= finalAt && (closing >> FLAGS_OFFSET) & (FROZEN | CANCELLED) == 0;
    }

    function _logRoot(Record storage round) private view returns (bytes32) {
        return round.logSize == 0 ? LogTree.EMPTY_ROOT : round.logRoot;
    }

    function _requireValidOpening(Opening calldata opening) private view {
        if (opening.candidateRoot == bytes32(0) || opening.candidateCount == 0) revert NoCandidates();
        if (block.timestamp >= opening.opensAt || opening.opensAt >= opening.closesAt) revert InvalidTimes();
        if (opening.sealGrace > MAX_SEAL_GRACE) revert SealGraceTooLong();
        if (opening.challengeSeconds < minChallenge) revert ChallengeTooShort();
        if (opening.royaltyBps > 10_000) revert InvalidRoyalty();
        if (opening.royaltyBps != 0 && opening.royaltyReceiver == address(0)) revert InvalidRoyalty();
    }

    function _headSigner(bytes32 roundId, uint64 size, bytes32 root, uint64 signedAt, bytes calldata signature)
        private
        view
        returns (address signer)
    {
        // Solady recovers from high s and the short form of EIP-2098 too; one message has one signature here.
        if (signature.length != 65 || uint256(bytes32(signature[32:64])) > HALF_ORDER) revert InvalidSignature();
        signer = ECDSA.tryRecoverCalldata(headDigest(roundId, size, root, signedAt), signature);
        if (signer == address(0)) revert InvalidSignature();
    }

    function _freeze(
        Record storage round,
        bytes32 roundId,
        address signer,
        Evidence evidence,
        uint64 size,
        bytes32 signedRoot,
        bytes32 otherRoot
    ) private {
        if (round.flags & FROZEN != 0) revert RoundIsFrozen();
        if (_isFinal(_closingSlot(round))) revert RoundIsFinal();
        uint256 term = signer == round.operator ? uint256(round.operatorTerm) + 1 : _formerTerm[roundId][signer];
        if (term == 0) revert NotOperator();
        if (term <= round.ruledTerms) revert RuledAlready();
        round.flags |= FROZEN;
        emit RoundFrozen(roundId, signer, evidence, size, signedRoot, otherRoot);
    }

    function _domainNameAndVersion() internal pure override returns (string memory name, string memory version) {
        return ("Verso", "1");
    }
}
