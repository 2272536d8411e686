// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The smallest contract wallet
/// @notice One owner signs for it (ERC-1271). Stands for every contract wallet that is no Safe: in tests, and as what
/// an account of EIP-7702 delegates to.
/// @custom:security-contact See the repository.
contract SmallWallet {
    /// @notice Who signs for this wallet.
    address public immutable owner;

    /// @param owner_ who signs for this wallet
    constructor(address owner_) {
        owner = owner_;
    }

    /// @notice Whether the owner signed a digest (ERC-1271).
    /// @param digest what is signed
    /// @param signature r, s and v
    /// @return the magic value, or zero
    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 65) return 0;
        bytes32 r = bytes32(signature[:32]);
        bytes32 s = bytes32(signature[32:64]);
        address signer = ecrecover(digest, uint8(signature[64]), r, s);
        return signer != address(0) && signer == owner ? this.isValidSignature.selector : bytes4(0);
    }
}
