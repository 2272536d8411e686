// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// @title Edition1155
/// @notice A plain ERC-1155 whose holders vote by what they hold of one id, for tests. Not part of the protocol.
contract Edition1155 is ERC1155, Ownable {
    constructor(address owner_) ERC1155("") Ownable(owner_) {}

    /// @notice Mints `amount` of `id` to `account`. Owner.
    function mint(address account, uint256 id, uint256 amount) external onlyOwner {
        _mint(account, id, amount, "");
    }
}
