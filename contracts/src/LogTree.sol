// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice The ballot log's tree: RFC 9162 (section 2.1), SHA-256, leaf prefix 00, node prefix 01.
library LogTree {
    /// @notice Root of the empty log, SHA-256 of nothing.
    bytes32 internal constant EMPTY_ROOT = 0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855;

    error InvalidConsistencyProof();

    /// @notice Two roots out of one consistency proof: of the first `size` leaves and of all `total` leaves.
    /// @dev RFC 9162, 2.1.4.2, with the first node always written out (the RFC leaves it out when `size` is a power
    /// of two, because its verifier already believes the smaller root; ours does not). If the second root is the root
    /// of a log, the first is the root of that log's first `size` leaves: every node of the proof stands at a fixed
    /// place under the second root, so another node would be a collision of SHA-256.
    /// @param proof Nodes of PROOF(size, D_total), preceded by the root of the first leaves if `size` is a power of 2.
    /// @param size Leaves in the prefix, 0 < size < total.
    /// @param total Leaves in the log.
    function prefixRoots(bytes32[] calldata proof, uint256 size, uint256 total)
        internal
        view
        returns (bytes32 prefixRoot, bytes32 totalRoot)
    {
        if (size == 0 || size >= total || proof.length == 0) revert InvalidConsistencyProof();
        uint256 first = size - 1;
        uint256 last = total - 1;
        while (first & 1 == 1) {
            first >>= 1;
            last >>= 1;
        }
        prefixRoot = totalRoot = proof[0];
        for (uint256 i = 1; i < proof.length; ++i) {
            if (last == 0) revert InvalidConsistencyProof();
            bytes32 node = proof[i];
            if (first & 1 == 1 || first == last) {
                // While both sides are still the same subtree, one hash serves both roots.
                bool shared = prefixRoot == totalRoot;
                prefixRoot = nodeHash(node, prefixRoot);
                totalRoot = shared ? prefixRoot : nodeHash(node, totalRoot);
                while (first & 1 == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                totalRoot = nodeHash(totalRoot, node);
            }
            first >>= 1;
            last >>= 1;
        }
        if (last != 0) revert InvalidConsistencyProof();
    }

    /// @notice SHA-256(01 ‖ left ‖ right).
    function nodeHash(bytes32 left, bytes32 right) internal view returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore8(0x1f, 1)
            mstore(0x20, left)
            mstore(0x40, right)
            if iszero(staticcall(gas(), 2, 0x1f, 0x41, 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
            mstore(0x40, free)
        }
    }
}
