// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

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
    /// @dev Words are hashed as they stand in calldata: with dirty upper bits they are the leaf of no winner.
    function leafHash(bytes32 roundId, Winner calldata winner) internal pure returns (bytes32 leaf) {
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, roundId)
            calldatacopy(add(data, 0x20), winner, 0x80)
            mstore(0x00, keccak256(data, 0xa0))
            leaf := keccak256(0x00, 0x20)
        }
    }

    /// @notice Root over all leaves, which must come in strictly ascending order of their hash.
    /// @dev OpenZeppelin keeps the tree as a heap whose leaves fill the end in reverse. Read backwards that heap
    /// is a queue: each step takes two nodes from its front and appends their parent.
    function rootOf(bytes32 roundId, Winner[] calldata winners) internal pure returns (bytes32 root) {
        bool ascending = true;
        assembly ("memory-safe") {
            let leafData := mload(0x40)
            let queue := add(leafData, 0xa0)
            let back := queue
            mstore(leafData, roundId)
            let end := add(winners.offset, shl(7, winners.length))
            for { let winner := winners.offset } lt(winner, end) { winner := add(winner, 0x80) } {
                calldatacopy(add(leafData, 0x20), winner, 0x80)
                mstore(0x00, keccak256(leafData, 0xa0))
                let leaf := keccak256(0x00, 0x20)
                if iszero(gt(leaf, root)) { ascending := 0 }
                root := leaf
                mstore(back, leaf)
                back := add(back, 0x20)
            }
            for { let last := add(queue, sub(shl(6, winners.length), 0x20)) } lt(back, last) { back := add(back, 0x20) } {
                let a := mload(queue)
                let b := mload(add(queue, 0x20))
                let swapped := shl(5, gt(a, b))
                mstore(swapped, a)
                mstore(xor(swapped, 0x20), b)
                root := keccak256(0x00, 0x40)
                mstore(back, root)
                queue := add(queue, 0x40)
            }
        }
        if (!ascending) revert NotAscending();
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
