// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Votes} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title Votes721
/// @notice An ERC721Votes that counts blocks: each token is a vote once delegated, for tests. Not part of the protocol.
contract Votes721 is ERC721, ERC721Votes, Ownable {
    /// @notice Tokens minted so far, which is the id of the last one.
    uint256 public totalMinted;

    constructor(address owner_) ERC721("Votes", "V721") EIP712("Votes", "1") Ownable(owner_) {}

    /// @notice Mints the next token to each account, in order. Owner.
    function mint(address[] calldata accounts) external onlyOwner {
        for (uint256 i; i < accounts.length; ++i) {
            _mint(accounts[i], ++totalMinted);
        }
    }

    function _update(address to, uint256 tokenId, address auth)
        internal
        override(ERC721, ERC721Votes)
        returns (address)
    {
        return super._update(to, tokenId, auth);
    }

    function _increaseBalance(address account, uint128 value) internal override(ERC721, ERC721Votes) {
        super._increaseBalance(account, value);
    }
}
