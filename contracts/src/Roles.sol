// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Ownable} from "solady/auth/Ownable.sol";

/// @notice Who may do what in later rounds, and the owner's short pause of minting.
/// @dev A round copies director, guardian and operator when it opens; nothing here reaches a round that is open.
abstract contract Roles is Ownable {
    /// @notice Longest pause, and the shortest time without one after it.
    uint256 public constant MAX_PAUSE = 14 days;

    /// @notice Opens, closes and rotates the operator of rounds opened from now on.
    address public director;
    uint32 internal _roundCount;
    /// @notice Minting is paused before this time, in Unix seconds.
    uint40 public pausedUntil;
    /// @notice Voids candidates, cancels and rules on freezes, in rounds opened from now on.
    address public guardian;
    /// @notice Signs heads of the log, in rounds opened from now on.
    address public operator;
    /// @notice Receives what the rules give to the treasury.
    address public treasury;

    event RolesSet(address director, address guardian, address operator, address treasury);
    event MintingPaused(uint40 until);
    event MintingResumed();

    error ZeroRole();
    error RolesNotDistinct();
    error PauseTooLong();
    error PauseTooSoon();
    error NotPaused();
    error MintingIsPaused();

    constructor(address owner_, address director_, address guardian_, address operator_, address treasury_) {
        if (owner_ == address(0)) revert ZeroRole();
        _initializeOwner(owner_);
        _setRoles(director_, guardian_, operator_, treasury_);
    }

    /// @notice Sets the roles of rounds opened from now on. Director, guardian and operator are three accounts.
    function setRoles(address director_, address guardian_, address operator_, address treasury_) external onlyOwner {
        _setRoles(director_, guardian_, operator_, treasury_);
    }

    /// @notice Pauses minting for `duration` seconds, at most 14 days and not within 14 days after a pause.
    function pause(uint32 duration) external onlyOwner {
        if (duration == 0 || duration > MAX_PAUSE) revert PauseTooLong();
        if (pausedUntil != 0 && block.timestamp < pausedUntil + MAX_PAUSE) revert PauseTooSoon();
        pausedUntil = uint40(block.timestamp + duration);
        emit MintingPaused(pausedUntil);
    }

    /// @notice Ends a pause early; the 14 days without one begin now.
    function unpause() external onlyOwner {
        if (block.timestamp >= pausedUntil) revert NotPaused();
        pausedUntil = uint40(block.timestamp);
        emit MintingResumed();
    }

    function _requireNotPaused() internal view {
        if (block.timestamp < pausedUntil) revert MintingIsPaused();
    }

    function _requireThreeRoles(address director_, address guardian_, address operator_) internal pure {
        if (director_ == address(0) || guardian_ == address(0) || operator_ == address(0)) revert ZeroRole();
        if (director_ == guardian_ || director_ == operator_ || guardian_ == operator_) revert RolesNotDistinct();
    }

    function _setRoles(address director_, address guardian_, address operator_, address treasury_) private {
        _requireThreeRoles(director_, guardian_, operator_);
        if (treasury_ == address(0)) revert ZeroRole();
        director = director_;
        guardian = guardian_;
        operator = operator_;
        treasury = treasury_;
        emit RolesSet(director_, guardian_, operator_, treasury_);
    }
}
