// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title BlockVotes20
/// @notice An ERC20Votes that counts blocks, as most of them do, for tests. Not part of the protocol.
contract BlockVotes20 is ERC20, ERC20Votes, Ownable {
    constructor(address owner_) ERC20("Block votes", "BLOCK") EIP712("Block votes", "1") Ownable(owner_) {}

    /// @notice Mints `amount` base units to `to`. Owner.
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}
