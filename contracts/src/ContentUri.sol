// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @notice Addresses of content on IPFS, rebuilt from a SHA-256 digest.
library ContentUri {
    bytes32 private constant ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /// @notice `ipfs://` and the CIDv1 (raw, sha2-256) of `digest` in lower-case base32 without padding.
    /// @dev 36 bytes (01 55 12 20, then the digest) are 58 characters of five bits, the last padded by two zero bits.
    function ofDigest(bytes32 digest) internal pure returns (string memory uri) {
        bytes memory text = new bytes(66);
        assembly ("memory-safe") {
            let out := add(text, 0x20)
            mstore(out, "ipfs://b")
            out := add(out, 8)
            mstore(0x00, ALPHABET)
            // 30 of the prefix's 32 bits never change; its last two are zero and share a character with the digest.
            mstore(out, "afkrei")
            out := add(out, 6)
            let shift := 253
            mstore8(out, byte(shr(shift, digest), mload(0x00)))
            for {} gt(shift, 3) {} {
                shift := sub(shift, 5)
                out := add(out, 1)
                mstore8(out, byte(and(shr(shift, digest), 31), mload(0x00)))
            }
            mstore8(add(out, 1), byte(and(shl(2, digest), 31), mload(0x00)))
        }
        uri = string(text);
    }
}
