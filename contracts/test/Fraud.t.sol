// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Collection} from "../src/Collection.sol";
import {LogTree} from "../src/LogTree.sol";
import {Evidence, Rounds, SignedHead, State} from "../src/Rounds.sol";
import {Winner} from "../src/WinnerTree.sol";
import {ReferenceLog} from "./ReferenceLog.sol";
import {RoundTest} from "./RoundFixture.sol";

contract FraudTest is RoundTest {
    bytes32 private constant WINNERS = keccak256("winners");
    bytes32[] private none;

    function setUp() public override {
        super.setUp();
        open();
        vm.warp(OPENS_AT);
    }

    function equivocate(uint256 key, uint256 size) private {
        collection.proveEquivocation(
            ROUND, signHead(key, size, keccak256("one")), signHead(key, size, keccak256("other"))
        );
    }

    function lift() private {
        vm.prank(GUARDIAN);
        collection.liftFreeze(ROUND, REASON);
    }

    function seal(bytes32[] memory log) private {
        if (log.length > 0) anchor(log.length, ReferenceLog.root(log));
        vm.warp(SEALED_AT);
    }

    function isFrozen() private view returns (bool) {
        return collection.roundOf(ROUND).frozen;
    }

    function test_equivocationFreezes() public {
        bytes32 one = keccak256("one");
        bytes32 other = keccak256("other");
        SignedHead memory a = signHead(OPERATOR_KEY, 9, one);
        SignedHead memory b = signHead(OPERATOR_KEY, 9, other);
        vm.prank(ANYONE);
        vm.expectEmit(address(collection));
        emit Rounds.RoundFrozen(ROUND, vm.addr(OPERATOR_KEY), Evidence.Equivocation, 9, one, other);
        collection.proveEquivocation(ROUND, a, b);
        vm.assertTrue(isFrozen());
        assertState(State.Voting);
    }

    function test_equivocationNeedsACollision() public {
        bytes32 root = keccak256("one");
        SignedHead memory a = signHead(OPERATOR_KEY, 9, root);
        vm.expectRevert(Rounds.NoContradiction.selector);
        collection.proveEquivocation(ROUND, a, a);
        SignedHead memory larger = signHead(OPERATOR_KEY, 10, RESULT);
        vm.expectRevert(Rounds.NoContradiction.selector);
        collection.proveEquivocation(ROUND, a, larger);
        vm.warp(OPENS_AT + 5);
        SignedHead memory again = signHead(OPERATOR_KEY, 9, root);
        vm.expectRevert(Rounds.NoContradiction.selector);
        collection.proveEquivocation(ROUND, a, again);
    }

    function test_equivocationNeedsOneOperatorsSignatures() public {
        SignedHead memory a = signHead(OPERATOR_KEY, 9, keccak256("one"));
        SignedHead memory b = signHead(THIEF_KEY, 9, keccak256("other"));
        vm.expectRevert(Rounds.NotOperator.selector);
        collection.proveEquivocation(ROUND, a, b);
        a = signHead(THIEF_KEY, 9, keccak256("one"));
        vm.expectRevert(Rounds.NotOperator.selector);
        collection.proveEquivocation(ROUND, a, b);
        a.signature = "";
        vm.expectRevert(Rounds.InvalidSignature.selector);
        collection.proveEquivocation(ROUND, a, b);
    }

    function test_twoOperatorsDoNotEquivocateTogether() public {
        SignedHead memory a = signHead(OPERATOR_KEY, 9, keccak256("one"));
        vm.prank(DIRECTOR);
        collection.rotateOperator(ROUND, vm.addr(NEXT_OPERATOR_KEY));
        SignedHead memory b = signHead(NEXT_OPERATOR_KEY, 9, keccak256("other"));
        vm.expectRevert(Rounds.NotOperator.selector);
        collection.proveEquivocation(ROUND, a, b);
    }

    function test_formerOperatorStaysLiable() public {
        vm.prank(DIRECTOR);
        collection.rotateOperator(ROUND, vm.addr(NEXT_OPERATOR_KEY));
        equivocate(OPERATOR_KEY, 3);
        vm.assertTrue(isFrozen());
    }

    function test_freezeStopsCloseAndMintButNotTheLog() public {
        equivocate(OPERATOR_KEY, 9);
        anchor(9, keccak256("one"));
        collection.postBallot(ROUND, "{}");
        vm.warp(SEALED_AT);
        vm.prank(DIRECTOR);
        vm.expectRevert(Rounds.RoundIsFrozen.selector);
        collection.closeRound(ROUND, RESULT, WINNERS, bytes32(0), 0, BUNDLE);
        lift();
        close(WINNERS);
    }

    function test_frozenRoundNeverBecomesFinal() public {
        Winner[] memory rows = winners(2);
        vm.warp(SEALED_AT);
        close(rootOf(rows));
        equivocate(OPERATOR_KEY, 9);
        vm.warp(SEALED_AT + 365 days);
        assertState(State.Challenge);
        vm.expectRevert(Collection.NotFinal.selector);
        collection.mintWinners(ROUND, rows);
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        assertState(State.Cancelled);
        vm.expectRevert(Collection.NotFinal.selector);
        collection.mintWinners(ROUND, rows);
    }

    function test_liftingRestartsTheWindow() public {
        Winner[] memory rows = winners(2);
        vm.warp(SEALED_AT);
        close(rootOf(rows));
        equivocate(OPERATOR_KEY, 9);
        vm.warp(SEALED_AT + 30 days);
        vm.prank(GUARDIAN);
        vm.expectEmit(address(collection));
        emit Rounds.FreezeLifted(ROUND, REASON, SEALED_AT + 30 days + CHALLENGE);
        collection.liftFreeze(ROUND, REASON);
        vm.assertFalse(isFrozen());
        assertState(State.Challenge);
        vm.assertEq(collection.roundOf(ROUND).closedAt, SEALED_AT + 30 days);
        vm.assertEq(collection.roundOf(ROUND).closes, 1);
        vm.warp(SEALED_AT + 30 days + CHALLENGE);
        collection.mintWinners(ROUND, rows);
    }

    function test_liftingBeforeTheCloseStartsNoWindow() public {
        equivocate(OPERATOR_KEY, 9);
        vm.prank(GUARDIAN);
        vm.expectEmit(address(collection));
        emit Rounds.FreezeLifted(ROUND, REASON, 0);
        collection.liftFreeze(ROUND, REASON);
        vm.warp(SEALED_AT);
        assertState(State.Counting);
    }

    function test_onlyGuardianLiftsAFreeze() public {
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.NotFrozen.selector);
        collection.liftFreeze(ROUND, REASON);
        equivocate(OPERATOR_KEY, 9);
        vm.prank(DIRECTOR);
        vm.expectRevert(Rounds.NotGuardian.selector);
        collection.liftFreeze(ROUND, REASON);
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.RoundIsCancelled.selector);
        collection.liftFreeze(ROUND, REASON);
    }

    function test_aRulingSettlesTheOperatorsSoFar() public {
        SignedHead memory a = signHead(OPERATOR_KEY, 10, keccak256("one"));
        SignedHead memory b = signHead(OPERATOR_KEY, 10, keccak256("other"));
        equivocate(OPERATOR_KEY, 9);
        lift();
        vm.expectRevert(Rounds.RuledAlready.selector);
        collection.proveEquivocation(ROUND, a, b);
        vm.prank(DIRECTOR);
        collection.rotateOperator(ROUND, vm.addr(NEXT_OPERATOR_KEY));
        vm.expectRevert(Rounds.RuledAlready.selector);
        collection.proveEquivocation(ROUND, a, b);
        equivocate(NEXT_OPERATOR_KEY, 9);
        vm.assertTrue(isFrozen());
        lift();
        a = signHead(NEXT_OPERATOR_KEY, 10, keccak256("one"));
        b = signHead(NEXT_OPERATOR_KEY, 10, keccak256("other"));
        vm.expectRevert(Rounds.RuledAlready.selector);
        collection.proveEquivocation(ROUND, a, b);
    }

    function test_aFrozenRoundIsNotFrozenTwice() public {
        SignedHead memory a = signHead(OPERATOR_KEY, 10, keccak256("one"));
        SignedHead memory b = signHead(OPERATOR_KEY, 10, keccak256("other"));
        collection.proveEquivocation(ROUND, a, b);
        vm.expectRevert(Rounds.RoundIsFrozen.selector);
        collection.proveEquivocation(ROUND, a, b);
    }

    function test_proofsUntilFinalOnly() public {
        vm.warp(SEALED_AT);
        close(WINNERS);
        SignedHead memory a = signHead(OPERATOR_KEY, 1, keccak256("one"));
        SignedHead memory b = signHead(OPERATOR_KEY, 1, keccak256("other"));
        vm.warp(SEALED_AT + CHALLENGE);
        vm.expectRevert(Rounds.RoundIsFinal.selector);
        collection.proveEquivocation(ROUND, a, b);
        vm.expectRevert(Rounds.RoundIsFinal.selector);
        collection.proveDropped(ROUND, a, none);
        vm.warp(SEALED_AT + CHALLENGE - 1);
        collection.proveDropped(ROUND, a, none);
    }

    function test_noProofsOnCancelledOrUnknownRounds() public {
        SignedHead memory a = signHead(OPERATOR_KEY, 1, keccak256("one"));
        vm.expectRevert(Rounds.UnknownRound.selector);
        collection.proveEquivocation(RESULT, a, a);
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        vm.expectRevert(Rounds.RoundIsCancelled.selector);
        collection.proveEquivocation(ROUND, a, a);
        vm.warp(SEALED_AT);
        vm.expectRevert(Rounds.RoundIsCancelled.selector);
        collection.proveDropped(ROUND, a, none);
    }

    function test_receiptBeyondTheSealedLog() public {
        bytes32[] memory log = ReferenceLog.leaves(5, "a");
        SignedHead memory receipt = signHead(OPERATOR_KEY, 6, RESULT);
        seal(log);
        vm.expectEmit(address(collection));
        emit Rounds.RoundFrozen(
            ROUND, vm.addr(OPERATOR_KEY), Evidence.Dropped, 6, RESULT, ReferenceLog.root(log)
        );
        collection.proveDropped(ROUND, receipt, none);
    }

    function test_receiptAgainstALogThatWasNeverAnchored() public {
        SignedHead memory receipt = signHead(OPERATOR_KEY, 1, RESULT);
        seal(new bytes32[](0));
        vm.expectEmit(address(collection));
        emit Rounds.RoundFrozen(ROUND, vm.addr(OPERATOR_KEY), Evidence.Dropped, 1, RESULT, sha256(""));
        collection.proveDropped(ROUND, receipt, none);
    }

    function test_receiptOfTheSealedSizeWithAnotherRoot() public {
        bytes32[] memory log = ReferenceLog.leaves(5, "a");
        SignedHead memory receipt = signHead(OPERATOR_KEY, 5, RESULT);
        SignedHead memory honest = signHead(OPERATOR_KEY, 5, ReferenceLog.root(log));
        seal(log);
        vm.expectRevert(Rounds.NoContradiction.selector);
        collection.proveDropped(ROUND, honest, none);
        collection.proveDropped(ROUND, receipt, none);
        vm.assertTrue(isFrozen());
    }

    function test_emptyHeadHasOneRoot() public {
        SignedHead memory honest = signHead(OPERATOR_KEY, 0, sha256(""));
        SignedHead memory wrong = signHead(OPERATOR_KEY, 0, RESULT);
        seal(ReferenceLog.leaves(3, "a"));
        vm.expectRevert(Rounds.NoContradiction.selector);
        collection.proveDropped(ROUND, honest, none);
        collection.proveDropped(ROUND, wrong, none);
    }

    function test_dropProofsNeedTheSeal() public {
        SignedHead memory receipt = signHead(OPERATOR_KEY, 1, RESULT);
        vm.warp(SEALED_AT - 1);
        vm.expectRevert(Rounds.NotSealed.selector);
        collection.proveDropped(ROUND, receipt, none);
    }

    function test_dropProofsNeedAnOperator() public {
        SignedHead memory receipt = signHead(THIEF_KEY, 1, RESULT);
        vm.warp(SEALED_AT);
        vm.expectRevert(Rounds.NotOperator.selector);
        collection.proveDropped(ROUND, receipt, none);
    }

    /// @dev A receipt the former operator gave just before its key was rotated away still binds the log.
    function test_rotationDoesNotDropReceipts() public {
        anchor(2, RESULT);
        SignedHead memory receipt = signHead(OPERATOR_KEY, 4, keccak256("with my ballot"));
        vm.prank(DIRECTOR);
        collection.rotateOperator(ROUND, vm.addr(NEXT_OPERATOR_KEY));
        bytes32[] memory log = ReferenceLog.leaves(9, "without it");
        anchor(signHead(NEXT_OPERATOR_KEY, 9, ReferenceLog.root(log)));
        vm.warp(SEALED_AT);
        bytes32[] memory proof = ReferenceLog.consistency(log, 4);
        collection.proveDropped(ROUND, receipt, proof);
        vm.assertTrue(isFrozen());
    }

    /// @dev Every way to lose a leaf is caught, and an honest head never is.
    function testFuzz_droppedLeafIsCaught(uint256 total, uint256 size, uint256 leaf) public {
        total = bound(total, 2, 70);
        size = bound(size, 1, total - 1);
        bytes32[] memory log = ReferenceLog.leaves(total, "a");
        bytes32[] memory seen = ReferenceLog.leaves(size, "a");
        SignedHead memory honest = signHead(OPERATOR_KEY, size, ReferenceLog.root(seen));
        seen[bound(leaf, 0, size - 1)] = keccak256("the leaf in my receipt");
        SignedHead memory receipt = signHead(OPERATOR_KEY, size, ReferenceLog.root(seen));
        seal(log);
        bytes32[] memory proof = ReferenceLog.consistency(log, size);
        vm.expectRevert(Rounds.NoContradiction.selector);
        collection.proveDropped(ROUND, honest, proof);
        vm.expectEmit(address(collection));
        emit Rounds.RoundFrozen(
            ROUND,
            vm.addr(OPERATOR_KEY),
            Evidence.Dropped,
            uint64(size),
            receipt.root,
            ReferenceLog.root(log, 0, size)
        );
        collection.proveDropped(ROUND, receipt, proof);
    }

    /// @dev Nobody frames an honest operator: a changed, cut or lengthened proof is no proof.
    function testFuzz_forgedProofFreezesNothing(uint256 total, uint256 size, uint256 node, bytes32 lie) public {
        total = bound(total, 2, 70);
        size = bound(size, 1, total - 1);
        bytes32[] memory log = ReferenceLog.leaves(total, "a");
        SignedHead memory honest = signHead(OPERATOR_KEY, size, ReferenceLog.root(log, 0, size));
        seal(log);
        bytes32[] memory proof = ReferenceLog.consistency(log, size);
        proof[bound(node, 0, proof.length - 1)] = lie;
        vm.expectRevert(LogTree.InvalidConsistencyProof.selector);
        collection.proveDropped(ROUND, honest, proof);
        proof = ReferenceLog.consistency(log, size);
        bytes32[] memory longer = new bytes32[](proof.length + 1);
        for (uint256 i; i < proof.length; ++i) {
            longer[i] = proof[i];
        }
        longer[proof.length] = lie;
        vm.expectRevert(LogTree.InvalidConsistencyProof.selector);
        collection.proveDropped(ROUND, honest, longer);
        assembly {
            mstore(proof, sub(mload(proof), 1))
        }
        vm.expectRevert(LogTree.InvalidConsistencyProof.selector);
        collection.proveDropped(ROUND, honest, proof);
    }
}
