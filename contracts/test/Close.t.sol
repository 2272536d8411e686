// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Round, Rounds, State} from "../src/Rounds.sol";
import {Winner} from "../src/WinnerTree.sol";
import {RoundTest} from "./RoundFixture.sol";

contract CloseTest is RoundTest {
    bytes32 private constant WINNERS = keccak256("winners");

    function refuseClose(bytes4 selector) private {
        vm.prank(DIRECTOR);
        vm.expectRevert(selector);
        collection.closeRound(ROUND, RESULT, WINNERS, bytes32(0), 0, BUNDLE);
    }

    function test_stateTable() public {
        assertState(State.Unknown);
        open();
        assertState(State.Submissions);
        vm.warp(OPENS_AT - 1);
        assertState(State.Submissions);
        vm.warp(OPENS_AT);
        assertState(State.Voting);
        vm.warp(CLOSES_AT - 1);
        assertState(State.Voting);
        vm.warp(CLOSES_AT);
        assertState(State.Counting);
        vm.warp(SEALED_AT + 365 days);
        assertState(State.Counting);
        Winner[] memory rows = winners(3);
        close(rootOf(rows));
        assertState(State.Challenge);
        vm.warp(block.timestamp + CHALLENGE - 1);
        assertState(State.Challenge);
        vm.warp(block.timestamp + 1);
        assertState(State.Final);
        collection.mintWinner(ROUND, rows[0], proofOf(rows, 0));
        assertState(State.Final);
        collection.mintWinners(ROUND, rows);
        assertState(State.Minted);
    }

    function test_closeStoresAndEmits() public {
        open();
        vm.warp(SEALED_AT);
        vm.prank(DIRECTOR);
        vm.expectEmit(address(collection));
        emit Rounds.RoundClosed(ROUND, 1, RESULT, WINNERS, REASON, 77, BUNDLE, SEALED_AT + CHALLENGE);
        collection.closeRound(ROUND, RESULT, WINNERS, REASON, 77, BUNDLE);
        Round memory round = collection.roundOf(ROUND);
        vm.assertEq(round.closes, 1);
        vm.assertEq(round.closedAt, SEALED_AT);
        vm.assertEq(round.finalAt, SEALED_AT + CHALLENGE);
        vm.assertEq(round.resultHash, RESULT);
        vm.assertEq(round.winnersRoot, WINNERS);
        vm.assertEq(round.sharesRoot, REASON);
        vm.assertEq(round.sharesTotal, 77);
    }

    function test_closeNeedsTheSealedLog() public {
        open();
        vm.warp(SEALED_AT - 1);
        refuseClose(Rounds.NotSealed.selector);
    }

    function test_onlyTheRoundsDirectorCloses() public {
        open();
        vm.warp(SEALED_AT);
        vm.prank(OWNER);
        vm.expectRevert(Rounds.NotDirector.selector);
        collection.closeRound(ROUND, RESULT, WINNERS, bytes32(0), 0, BUNDLE);
    }

    function test_unknownRoundCannotClose() public {
        refuseClose(Rounds.UnknownRound.selector);
    }

    function test_closeNeedsAResult() public {
        open();
        vm.warp(SEALED_AT);
        vm.prank(DIRECTOR);
        vm.expectRevert(Rounds.InvalidResult.selector);
        collection.closeRound(ROUND, bytes32(0), WINNERS, bytes32(0), 0, BUNDLE);
    }

    function test_sharesRootAndTotalGoTogether() public {
        open();
        vm.warp(SEALED_AT);
        vm.prank(DIRECTOR);
        vm.expectRevert(Rounds.InvalidShares.selector);
        collection.closeRound(ROUND, RESULT, WINNERS, REASON, 0, BUNDLE);
        vm.prank(DIRECTOR);
        vm.expectRevert(Rounds.InvalidShares.selector);
        collection.closeRound(ROUND, RESULT, WINNERS, bytes32(0), 1, BUNDLE);
    }

    function test_closeAgainRestartsTheWindowThreeTimesAtMost() public {
        openAndClose(REASON);
        vm.warp(SEALED_AT + CHALLENGE - 1);
        close(WINNERS);
        Round memory round = collection.roundOf(ROUND);
        vm.assertEq(round.closes, 2);
        vm.assertEq(round.winnersRoot, WINNERS);
        vm.assertEq(round.finalAt, SEALED_AT + 2 * CHALLENGE - 1);
        vm.warp(round.finalAt - 1);
        close(WINNERS);
        refuseClose(Rounds.TooManyCloses.selector);
        assertState(State.Challenge);
    }

    function test_closeAgainOnlyInsideTheWindow() public {
        openAndFinish(WINNERS);
        refuseClose(Rounds.ChallengeIsOver.selector);
    }

    function test_closeAgainKeepsLogAndCandidates() public {
        open();
        vm.warp(OPENS_AT);
        anchor(4, REASON);
        vm.warp(SEALED_AT);
        close(REASON);
        close(WINNERS);
        Round memory round = collection.roundOf(ROUND);
        vm.assertEq(round.candidateRoot, keccak256("candidates"));
        vm.assertEq(round.logSize, 4);
        vm.assertEq(round.logRoot, REASON);
    }

    function test_cancelledRoundCannotClose() public {
        open();
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        vm.warp(SEALED_AT);
        refuseClose(Rounds.RoundIsCancelled.selector);
    }

    function test_guardianCancelsUntilFinal() public {
        openAndClose(WINNERS);
        vm.warp(SEALED_AT + CHALLENGE - 1);
        vm.prank(GUARDIAN);
        vm.expectEmit(address(collection));
        emit Rounds.RoundCancelled(ROUND, REASON);
        collection.cancelRound(ROUND, REASON);
        assertState(State.Cancelled);
        vm.warp(SEALED_AT + CHALLENGE);
        assertState(State.Cancelled);
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.RoundIsCancelled.selector);
        collection.cancelRound(ROUND, REASON);
    }

    function test_finalRoundCannotBeCancelled() public {
        openAndFinish(WINNERS);
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.RoundIsFinal.selector);
        collection.cancelRound(ROUND, REASON);
    }

    function test_onlyGuardianCancels() public {
        open();
        address[3] memory others = [OWNER, DIRECTOR, ANYONE];
        for (uint256 i; i < 3; ++i) {
            vm.prank(others[i]);
            vm.expectRevert(Rounds.NotGuardian.selector);
            collection.cancelRound(ROUND, REASON);
        }
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.UnknownRound.selector);
        collection.cancelRound(RESULT, REASON);
    }

    function test_guardianVoidsBeforeTheClose() public {
        open();
        vm.prank(GUARDIAN);
        vm.expectEmit(address(collection));
        emit Rounds.CandidateVoided(ROUND, 50, REASON);
        collection.voidCandidate(ROUND, 50, REASON);
        vm.warp(CLOSES_AT - 1);
        vm.prank(GUARDIAN);
        collection.voidCandidate(ROUND, 1, REASON);
        vm.warp(CLOSES_AT);
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.VotingIsOver.selector);
        collection.voidCandidate(ROUND, 1, REASON);
    }

    function test_voidNeedsGuardianAndACandidate() public {
        open();
        vm.prank(DIRECTOR);
        vm.expectRevert(Rounds.NotGuardian.selector);
        collection.voidCandidate(ROUND, 1, REASON);
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.NoSuchCandidate.selector);
        collection.voidCandidate(ROUND, 0, REASON);
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.NoSuchCandidate.selector);
        collection.voidCandidate(ROUND, 51, REASON);
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.RoundIsCancelled.selector);
        collection.voidCandidate(ROUND, 1, REASON);
    }
}
