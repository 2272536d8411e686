// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @dev RFC 9162, section 2.1, straight from its recursive definitions.
library ReferenceLog {
    function leaves(uint256 count, bytes32 seed) internal pure returns (bytes32[] memory hashes) {
        hashes = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            hashes[i] = sha256(bytes.concat(hex"00", seed, bytes32(i)));
        }
    }

    function split(uint256 count) internal pure returns (uint256 power) {
        power = 1;
        while (power * 2 < count) power *= 2;
    }

    function root(bytes32[] memory log, uint256 from, uint256 to) internal pure returns (bytes32) {
        if (from == to) return sha256("");
        if (to - from == 1) return log[from];
        uint256 middle = from + split(to - from);
        return sha256(bytes.concat(hex"01", root(log, from, middle), root(log, middle, to)));
    }

    function root(bytes32[] memory log) internal pure returns (bytes32) {
        return root(log, 0, log.length);
    }

    /// @dev SUBPROOF of 2.1.4.1, where the first node is never left out.
    function subproof(bytes32[] memory log, uint256 size, uint256 from, uint256 to)
        internal
        pure
        returns (bytes32[] memory proof)
    {
        if (size == to - from) {
            proof = new bytes32[](1);
            proof[0] = root(log, from, to);
            return proof;
        }
        uint256 k = split(to - from);
        return size <= k
            ? append(subproof(log, size, from, from + k), root(log, from + k, to))
            : append(subproof(log, size - k, from + k, to), root(log, from, from + k));
    }

    function consistency(bytes32[] memory log, uint256 size) internal pure returns (bytes32[] memory) {
        return subproof(log, size, 0, log.length);
    }

    function append(bytes32[] memory list, bytes32 item) private pure returns (bytes32[] memory longer) {
        longer = new bytes32[](list.length + 1);
        for (uint256 i; i < list.length; ++i) {
            longer[i] = list[i];
        }
        longer[list.length] = item;
    }
}
