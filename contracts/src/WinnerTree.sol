// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {EfficientHashLib} from "solady/utils/EfficientHashLib.sol";
import {MerkleProofLib} from "solady/utils/MerkleProofLib.sol";

/// @notice One place of a result: which candidate takes it, what its token says, who receives it.
/// @param rank Place, from 1.
/// @param number Number of the candidate in the round.
/// @param tokenDigest SHA-256 of the canonical `token.json`.
/// @param recipient Account that receives the token.
struct Winner {
    uint32 rank;
    uint32 number;
    bytes32 tokenDigest;
    address recipient;
}

/// @notice The winners tree: Keccak, OpenZeppelin's Standard form, sorted pairs, the round first in each leaf.
library WinnerTree {
    error NotAscending();

    /// @notice keccak256(keccak256(abi.encode(roundId, rank, number, tokenDigest, recipient))).
    function leafHash(bytes32 roundId, Winner calldata winner) internal pure returns (bytes32) {
        return EfficientHashLib.hash(
            EfficientHashLib.hash(
                roundId,
                bytes32(uint256(winner.rank)),
                bytes32(uint256(winner.number)),
                winner.tokenDigest,
                bytes32(uint256(uint160(winner.recipient)))
            )
        );
    }

    /// @notice Root over all leaves, which must come in strictly ascending order of their hash.
    /// @dev OpenZeppelin keeps the tree as a heap whose leaves fill the end in reverse. Read backwards that heap
    /// is a queue: each step takes two nodes from its front and appends their parent.
    function rootOf(bytes32 roundId, Winner[] calldata winners) internal pure returns (bytes32) {
        uint256 count = winners.length;
        bytes32[] memory queue = EfficientHashLib.malloc(2 * count - 1);
        bytes32 previous;
        for (uint256 i; i < count; ++i) {
            bytes32 leaf = leafHash(roundId, winners[i]);
            if (leaf <= previous) revert NotAscending();
            EfficientHashLib.set(queue, i, leaf);
            previous = leaf;
        }
        assembly ("memory-safe") {
            let front := add(queue, 0x20)
            let back := add(front, shl(5, count))
            for { let last := add(back, shl(5, sub(count, 1))) } lt(back, last) { back := add(back, 0x20) } {
                let a := mload(front)
                let b := mload(add(front, 0x20))
                let swapped := shl(5, gt(a, b))
                mstore(swapped, a)
                mstore(xor(swapped, 0x20), b)
                mstore(back, keccak256(0x00, 0x40))
                front := add(front, 0x40)
            }
            previous := mload(sub(back, 0x20))
        }
        return previous;
    }

    /// @notice Whether `winner` is a leaf of the tree under `root`.
    function contains(bytes32 root, bytes32 roundId, Winner calldata winner, bytes32[] calldata proof)
        internal
        pure
        returns (bool)
    {
        return MerkleProofLib.verifyCalldata(proof, root, leafHash(roundId, winner));
    }
}
