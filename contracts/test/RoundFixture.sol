// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Collection} from "../src/Collection.sol";
import {Opening, SignedHead, State} from "../src/Rounds.sol";
import {Winner} from "../src/WinnerTree.sol";
import {MiniTest} from "./MiniTest.sol";

/// @dev One collection, one round, and the people around it.
abstract contract RoundFixture is MiniTest {
    uint256 internal constant OPERATOR_KEY = 0xA11CE;
    uint256 internal constant NEXT_OPERATOR_KEY = 0xB0B;
    uint256 internal constant THIEF_KEY = 0xBAD;
    uint256 internal constant HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;
    uint256 internal constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    address internal constant OWNER = address(0x01);
    address internal constant DIRECTOR = address(0x0D);
    address internal constant GUARDIAN = address(0x06);
    address internal constant TREASURY = address(0x07);
    address internal constant ANYONE = address(0xA1);
    address internal constant ROYALTY_RECEIVER = address(0x09);

    uint40 internal constant NOW = 1_800_000_000;
    uint40 internal constant OPENS_AT = NOW + 1_000;
    uint40 internal constant CLOSES_AT = NOW + 10_000;
    uint16 internal constant SEAL_GRACE = 600;
    uint40 internal constant SEALED_AT = CLOSES_AT + SEAL_GRACE;
    uint32 internal constant CHALLENGE = 1 days;

    bytes32 internal constant ROUND = keccak256("round");
    bytes32 internal constant RESULT = keccak256("result");
    bytes32 internal constant REASON = keccak256("reason");
    bytes32 internal constant BUNDLE = keccak256("bundle");

    Collection internal collection;

    function prepare() internal {
        vm.warp(NOW);
        collection = deploy(60);
    }

    function deploy(uint32 minChallenge) internal returns (Collection) {
        return new Collection(
            "Verso test", "VT", "ipfs://collection", OWNER, DIRECTOR, GUARDIAN, vm.addr(OPERATOR_KEY), TREASURY, minChallenge
        );
    }

    function opening() internal pure returns (Opening memory) {
        return Opening({
            roundId: ROUND,
            candidateRoot: keccak256("candidates"),
            candidateCount: 50,
            opensAt: OPENS_AT,
            closesAt: CLOSES_AT,
            sealGrace: SEAL_GRACE,
            challengeSeconds: CHALLENGE,
            licenceHash: keccak256("licence"),
            c2paRoot: keccak256("c2pa"),
            royaltyReceiver: ROYALTY_RECEIVER,
            royaltyBps: 500
        });
    }

    function open() internal {
        vm.prank(DIRECTOR);
        collection.openRound(opening());
    }

    function signHead(uint256 key, uint256 size, bytes32 root) internal view returns (SignedHead memory) {
        uint64 signedAt = uint64(block.timestamp);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, collection.headDigest(ROUND, uint64(size), root, signedAt));
        return SignedHead(uint64(size), root, signedAt, abi.encodePacked(r, s, v));
    }

    function anchor(SignedHead memory head) internal {
        collection.anchorHead(ROUND, uint40(head.size), head.root, uint40(head.signedAt), head.signature);
    }

    function anchor(uint256 size, bytes32 root) internal {
        anchor(signHead(OPERATOR_KEY, size, root));
    }

    function close(bytes32 winnersRoot) internal {
        vm.prank(DIRECTOR);
        collection.closeRound(ROUND, RESULT, winnersRoot, bytes32(0), 0, BUNDLE);
    }

    /// @dev Opens, lives through the vote and closes, so that the challenge window has just begun.
    function openAndClose(bytes32 winnersRoot) internal {
        open();
        vm.warp(SEALED_AT);
        close(winnersRoot);
    }

    function openAndFinish(bytes32 winnersRoot) internal {
        openAndClose(winnersRoot);
        vm.warp(SEALED_AT + CHALLENGE);
    }

    function winner(uint256 rank) internal pure returns (Winner memory) {
        bytes32 digest = keccak256(bytes.concat("token ", bytes1(uint8(0x30 + rank))));
        return Winner(uint32(rank), uint32(10 * rank), digest, address(uint160(0x1000 + rank)));
    }

    function leafOf(bytes32 roundId, Winner memory row) internal pure returns (bytes32) {
        return keccak256(
            bytes.concat(keccak256(abi.encode(roundId, row.rank, row.number, row.tokenDigest, row.recipient)))
        );
    }

    function sorted(Winner[] memory rows) internal pure returns (Winner[] memory) {
        for (uint256 i = 1; i < rows.length; ++i) {
            for (uint256 j = i; j > 0 && leafOf(ROUND, rows[j]) < leafOf(ROUND, rows[j - 1]); --j) {
                (rows[j], rows[j - 1]) = (rows[j - 1], rows[j]);
            }
        }
        return rows;
    }

    function winners(uint256 count) internal pure returns (Winner[] memory rows) {
        rows = new Winner[](count);
        for (uint256 i; i < count; ++i) {
            rows[i] = winner(i + 1);
        }
        return sorted(rows);
    }

    /// @dev The tree as OpenZeppelin's JavaScript builds it: a heap whose leaves fill the end, in reverse.
    function heapOf(Winner[] memory rows) internal pure returns (bytes32[] memory heap) {
        uint256 count = rows.length;
        heap = new bytes32[](2 * count - 1);
        for (uint256 i; i < count; ++i) {
            heap[heap.length - 1 - i] = leafOf(ROUND, rows[i]);
        }
        for (uint256 i = count - 1; i > 0; --i) {
            (bytes32 a, bytes32 b) = (heap[2 * i - 1], heap[2 * i]);
            heap[i - 1] = a < b ? keccak256(bytes.concat(a, b)) : keccak256(bytes.concat(b, a));
        }
    }

    function rootOf(Winner[] memory rows) internal pure returns (bytes32) {
        return heapOf(rows)[0];
    }

    function proofOf(Winner[] memory rows, uint256 index) internal pure returns (bytes32[] memory proof) {
        bytes32[] memory heap = heapOf(rows);
        uint256 start = heap.length - 1 - index;
        uint256 depth;
        for (uint256 at = start; at > 0; at = (at - 1) / 2) {
            ++depth;
        }
        proof = new bytes32[](depth);
        depth = 0;
        for (uint256 at = start; at > 0; at = (at - 1) / 2) {
            proof[depth++] = heap[at % 2 == 0 ? at - 1 : at + 1];
        }
    }

    function assertState(State state) internal view {
        vm.assertEq(uint256(collection.stateOf(ROUND)), uint256(state));
    }
}

abstract contract RoundTest is RoundFixture {
    function setUp() public virtual {
        prepare();
    }
}
