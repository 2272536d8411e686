// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {CurationToken} from "../src/CurationToken.sol";
import {MiniTest} from "./MiniTest.sol";

contract CurationTokenTest is MiniTest {
    uint256 private constant HOLDER_KEY = 0xA11CE;
    CurationToken private token;
    address private holder;

    function setUp() public {
        vm.warp(1_800_000_000);
        token = new CurationToken("Curation", "CUR", address(this));
        holder = vm.addr(HOLDER_KEY);
    }

    function test_clockIsTime() public view {
        vm.assertEq(token.clock(), 1_800_000_000);
        vm.assertEq(token.CLOCK_MODE(), "mode=timestamp");
        vm.assertEq(token.decimals(), 18);
    }

    function test_onlyOwnerMints() public {
        token.mint(holder, 5);
        vm.assertEq(token.balanceOf(holder), 5);
        vm.prank(holder);
        vm.expectPartialRevert(Ownable.OwnableUnauthorizedAccount.selector);
        token.mint(holder, 5);
    }

    function test_votesCountOnceDelegatedAtAMoment() public {
        token.mint(holder, 5);
        vm.assertEq(token.getVotes(holder), 0);
        vm.prank(holder);
        token.delegate(holder);
        vm.warp(1_800_000_010);
        vm.prank(holder);
        token.transfer(address(7), 2);
        vm.warp(1_800_000_020);
        vm.assertEq(token.getPastVotes(holder, 1_799_999_999), 0);
        vm.assertEq(token.getPastVotes(holder, 1_800_000_009), 5);
        vm.assertEq(token.getPastVotes(holder, 1_800_000_010), 3);
    }

    function test_permit() public {
        bytes32 typehash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        uint256 deadline = block.timestamp + 60;
        bytes32 permit = keccak256(abi.encode(typehash, holder, address(7), 9, 0, deadline));
        bytes32 digest = keccak256(bytes.concat(hex"1901", token.DOMAIN_SEPARATOR(), permit));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(HOLDER_KEY, digest);
        token.permit(holder, address(7), 9, deadline, v, r, s);
        vm.assertEq(token.allowance(holder, address(7)), 9);
        vm.assertEq(token.nonces(holder), 1);
    }
}
