// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Ownable} from "solady/auth/Ownable.sol";
import {Collection} from "../src/Collection.sol";
import {Roles} from "../src/Roles.sol";
import {Round, Rounds} from "../src/Rounds.sol";
import {Winner} from "../src/WinnerTree.sol";
import {RoundTest} from "./RoundFixture.sol";

contract RolesTest is RoundTest {
    function test_constructorSetsEverything() public view {
        vm.assertEq(collection.name(), "Verso test");
        vm.assertEq(collection.symbol(), "VT");
        vm.assertEq(collection.contractURI(), "ipfs://collection");
        vm.assertEq(collection.owner(), OWNER);
        vm.assertEq(collection.director(), DIRECTOR);
        vm.assertEq(collection.guardian(), GUARDIAN);
        vm.assertEq(collection.operator(), vm.addr(OPERATOR_KEY));
        vm.assertEq(collection.treasury(), TREASURY);
        vm.assertEq(collection.minChallenge(), 60);
        vm.assertEq(collection.roundCount(), 0);
    }

    function test_domainIsVerso1() public view {
        (, string memory name, string memory version, uint256 chainId, address contract_,,) = collection.eip712Domain();
        vm.assertEq(name, "Verso");
        vm.assertEq(version, "1");
        vm.assertEq(chainId, 31337);
        vm.assertEq(contract_, address(collection));
    }

    function test_headDigestIsEip712() public view {
        bytes32 separator = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Verso"),
                keccak256("1"),
                31337,
                address(collection)
            )
        );
        bytes32 typehash = keccak256("Head(bytes32 round,uint64 size,bytes32 root,uint64 signedAt)");
        bytes32 head = keccak256(abi.encode(typehash, ROUND, uint64(7), RESULT, uint64(9)));
        vm.assertEq(
            collection.headDigest(ROUND, 7, RESULT, 9), keccak256(bytes.concat(hex"1901", separator, head))
        );
    }

    function test_shortChallengeOnlyOnLocalChain() public {
        vm.chainId(1);
        vm.expectRevert(Rounds.MinChallengeTooShort.selector);
        deploy(86_399);
        vm.assertEq(deploy(86_400).minChallenge(), 86_400);
    }

    function test_constructorRefusesNoOwner() public {
        vm.expectRevert(Roles.ZeroRole.selector);
        new Collection("", "", "", address(0), DIRECTOR, GUARDIAN, ANYONE, TREASURY, 60);
    }

    function test_rolesAreNotZero() public {
        address[4] memory roles = [DIRECTOR, GUARDIAN, ANYONE, TREASURY];
        for (uint256 i; i < 4; ++i) {
            address[4] memory set = roles;
            set[i] = address(0);
            vm.prank(OWNER);
            vm.expectRevert(Roles.ZeroRole.selector);
            collection.setRoles(set[0], set[1], set[2], set[3]);
        }
    }

    function test_threeRolesAreDistinct() public {
        address[3][3] memory sets =
            [[DIRECTOR, DIRECTOR, ANYONE], [DIRECTOR, GUARDIAN, DIRECTOR], [DIRECTOR, GUARDIAN, GUARDIAN]];
        for (uint256 i; i < 3; ++i) {
            vm.prank(OWNER);
            vm.expectRevert(Roles.RolesNotDistinct.selector);
            collection.setRoles(sets[i][0], sets[i][1], sets[i][2], TREASURY);
        }
    }

    function test_onlyOwnerSetsRolesPausesAndRenames() public {
        vm.expectRevert(Ownable.Unauthorized.selector);
        collection.setRoles(DIRECTOR, GUARDIAN, ANYONE, TREASURY);
        vm.expectRevert(Ownable.Unauthorized.selector);
        collection.pause(1);
        vm.expectRevert(Ownable.Unauthorized.selector);
        collection.unpause();
        vm.expectRevert(Ownable.Unauthorized.selector);
        collection.setContractURI("ipfs://other");
    }

    function test_newRolesReachLaterRoundsOnly() public {
        open();
        vm.prank(OWNER);
        vm.expectEmit(address(collection));
        emit Roles.RolesSet(address(21), address(22), address(23), address(24));
        collection.setRoles(address(21), address(22), address(23), address(24));
        Round memory round = collection.roundOf(ROUND);
        vm.assertEq(round.director, DIRECTOR);
        vm.assertEq(round.guardian, GUARDIAN);
        vm.assertEq(round.operator, vm.addr(OPERATOR_KEY));
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        vm.prank(DIRECTOR);
        vm.expectRevert(Rounds.NotDirector.selector);
        collection.openRound(opening());
    }

    function test_contractUriCanChange() public {
        vm.prank(OWNER);
        vm.expectEmit(address(collection));
        emit Collection.ContractURIUpdated();
        collection.setContractURI("ipfs://other");
        vm.assertEq(collection.contractURI(), "ipfs://other");
    }

    function test_pauseStopsMintingOnly() public {
        Winner[] memory rows = winners(2);
        openAndFinish(rootOf(rows));
        vm.prank(OWNER);
        vm.expectEmit(address(collection));
        emit Roles.MintingPaused(uint40(block.timestamp + 14 days));
        collection.pause(14 days);
        vm.expectRevert(Roles.MintingIsPaused.selector);
        collection.mintWinners(ROUND, rows);
        bytes32[] memory proof = proofOf(rows, 0);
        vm.expectRevert(Roles.MintingIsPaused.selector);
        collection.mintWinner(ROUND, rows[0], proof);
        vm.warp(block.timestamp + 14 days);
        collection.mintWinners(ROUND, rows);
    }

    function test_pauseIsAtMost14DaysThen14DaysOfNone() public {
        vm.prank(OWNER);
        vm.expectRevert(Roles.PauseTooLong.selector);
        collection.pause(14 days + 1);
        vm.prank(OWNER);
        vm.expectRevert(Roles.PauseTooLong.selector);
        collection.pause(0);
        vm.prank(OWNER);
        collection.pause(2 days);
        vm.prank(OWNER);
        vm.expectRevert(Roles.PauseTooSoon.selector);
        collection.pause(1 days);
        vm.warp(NOW + 16 days - 1);
        vm.prank(OWNER);
        vm.expectRevert(Roles.PauseTooSoon.selector);
        collection.pause(1 days);
        vm.warp(NOW + 16 days);
        vm.prank(OWNER);
        collection.pause(1 days);
    }

    function test_unpauseEndsItEarly() public {
        vm.prank(OWNER);
        vm.expectRevert(Roles.NotPaused.selector);
        collection.unpause();
        vm.prank(OWNER);
        collection.pause(2 days);
        vm.warp(NOW + 1 days);
        vm.prank(OWNER);
        collection.unpause();
        vm.assertEq(collection.pausedUntil(), NOW + 1 days);
        vm.warp(NOW + 15 days - 1);
        vm.prank(OWNER);
        vm.expectRevert(Roles.PauseTooSoon.selector);
        collection.pause(1 days);
    }
}
