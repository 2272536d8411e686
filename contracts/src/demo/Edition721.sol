// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title Edition721
/// @notice A plain ERC-721 whose holders vote by balance, for the demo and for tests. Not part of the protocol.
contract Edition721 is ERC721, Ownable {
    /// @notice Tokens minted so far, which is the id of the last one.
    uint256 public totalMinted;

    constructor(string memory name_, string memory symbol_, address owner_) ERC721(name_, symbol_) Ownable(owner_) {}

    /// @notice Mints the next token to each account, in order. Owner.
    function mint(address[] calldata accounts) external onlyOwner {
        for (uint256 i; i < accounts.length; ++i) {
            _mint(accounts[i], ++totalMinted);
        }
    }
}
