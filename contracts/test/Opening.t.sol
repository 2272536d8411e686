// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {LogTree} from "../src/LogTree.sol";
import {Opening, Round, Rounds, State} from "../src/Rounds.sol";
import {RoundTest} from "./RoundFixture.sol";

contract OpeningTest is RoundTest {
    function refuse(Opening memory input, bytes4 selector) private {
        vm.prank(DIRECTOR);
        vm.expectRevert(selector);
        collection.openRound(input);
    }

    function test_openStoresEveryField() public {
        open();
        Round memory round = collection.roundOf(ROUND);
        vm.assertEq(round.roundIndex, 1);
        vm.assertEq(round.director, DIRECTOR);
        vm.assertEq(round.guardian, GUARDIAN);
        vm.assertEq(round.operator, vm.addr(OPERATOR_KEY));
        vm.assertEq(round.candidateRoot, keccak256("candidates"));
        vm.assertEq(round.candidateCount, 50);
        vm.assertEq(round.opensAt, OPENS_AT);
        vm.assertEq(round.closesAt, CLOSES_AT);
        vm.assertEq(round.sealGrace, SEAL_GRACE);
        vm.assertEq(round.challengeSeconds, CHALLENGE);
        vm.assertEq(round.licenceHash, keccak256("licence"));
        vm.assertEq(round.royaltyReceiver, ROYALTY_RECEIVER);
        vm.assertEq(round.royaltyBps, 500);
        vm.assertEq(round.logSize, 0);
        vm.assertEq(round.logRoot, sha256(""));
        vm.assertEq(round.logRoot, LogTree.EMPTY_ROOT);
        vm.assertEq(round.closes, 0);
        vm.assertEq(round.closedAt, 0);
        vm.assertEq(round.finalAt, 0);
        vm.assertFalse(round.frozen);
        vm.assertEq(collection.roundIdOf(1), ROUND);
        vm.assertEq(collection.roundCount(), 1);
    }

    function test_openEmitsEverything() public {
        vm.prank(DIRECTOR);
        vm.expectEmit(address(collection));
        emit Rounds.RoundOpened(ROUND, 1, opening(), DIRECTOR, GUARDIAN, vm.addr(OPERATOR_KEY));
        vm.assertEq(collection.openRound(opening()), 1);
    }

    function test_indexCountsUp() public {
        open();
        Opening memory second = opening();
        second.roundId = keccak256("second");
        vm.prank(DIRECTOR);
        vm.assertEq(collection.openRound(second), 2);
        vm.assertEq(collection.roundIdOf(2), second.roundId);
        vm.assertEq(collection.roundIdOf(3), bytes32(0));
    }

    function test_unknownRoundIsEmpty() public view {
        Round memory round = collection.roundOf(ROUND);
        vm.assertEq(uint256(round.state), uint256(State.Unknown));
        vm.assertEq(round.roundIndex, 0);
        vm.assertEq(round.logRoot, bytes32(0));
        assertState(State.Unknown);
    }

    function test_onlyDirectorOpens() public {
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.NotDirector.selector);
        collection.openRound(opening());
    }

    function test_usedIdIsRefused() public {
        open();
        refuse(opening(), Rounds.RoundUsed.selector);
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        refuse(opening(), Rounds.RoundUsed.selector);
    }

    function test_zeroIdIsRefused() public {
        Opening memory input = opening();
        input.roundId = bytes32(0);
        refuse(input, Rounds.RoundUsed.selector);
    }

    function test_missedOpeningIsRefused() public {
        vm.warp(OPENS_AT);
        refuse(opening(), Rounds.InvalidTimes.selector);
        vm.warp(OPENS_AT - 1);
        open();
    }

    function test_closeMustFollowOpening() public {
        Opening memory input = opening();
        input.closesAt = input.opensAt;
        refuse(input, Rounds.InvalidTimes.selector);
    }

    function test_needsCandidates() public {
        Opening memory input = opening();
        input.candidateCount = 0;
        refuse(input, Rounds.NoCandidates.selector);
        input = opening();
        input.candidateRoot = bytes32(0);
        refuse(input, Rounds.NoCandidates.selector);
    }

    function test_sealGraceIsAtMost900() public {
        Opening memory input = opening();
        input.sealGrace = 901;
        refuse(input, Rounds.SealGraceTooLong.selector);
        input.sealGrace = 900;
        vm.prank(DIRECTOR);
        collection.openRound(input);
    }

    function test_challengeIsAtLeastTheMinimum() public {
        Opening memory input = opening();
        input.challengeSeconds = 59;
        refuse(input, Rounds.ChallengeTooShort.selector);
    }

    function test_royaltyIsPlausible() public {
        Opening memory input = opening();
        input.royaltyBps = 10_001;
        refuse(input, Rounds.InvalidRoyalty.selector);
        input = opening();
        input.royaltyReceiver = address(0);
        refuse(input, Rounds.InvalidRoyalty.selector);
        input.royaltyBps = 0;
        vm.prank(DIRECTOR);
        collection.openRound(input);
    }
}
