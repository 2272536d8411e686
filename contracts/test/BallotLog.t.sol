// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Roles} from "../src/Roles.sol";
import {Round, Rounds, SignedHead} from "../src/Rounds.sol";
import {RoundTest} from "./RoundFixture.sol";

contract BallotLogTest is RoundTest {
    bytes32 private constant ROOT = keccak256("log root");

    function setUp() public override {
        super.setUp();
        open();
        vm.warp(OPENS_AT);
    }

    function refuse(SignedHead memory head, bytes4 selector) private {
        vm.expectRevert(selector);
        anchor(head);
    }

    function test_anyoneAnchors() public {
        SignedHead memory head = signHead(OPERATOR_KEY, 7, ROOT);
        vm.prank(ANYONE);
        vm.expectEmit(address(collection));
        emit Rounds.HeadAnchored(ROUND, 7, ROOT, uint40(head.signedAt), head.signature);
        anchor(head);
        Round memory round = collection.roundOf(ROUND);
        vm.assertEq(round.logSize, 7);
        vm.assertEq(round.logRoot, ROOT);
    }

    function test_anchorWindow() public {
        vm.warp(OPENS_AT - 1);
        refuse(signHead(OPERATOR_KEY, 1, ROOT), Rounds.OutsideWindow.selector);
        vm.warp(OPENS_AT);
        anchor(1, ROOT);
        vm.warp(SEALED_AT - 1);
        anchor(2, ROOT);
        vm.warp(SEALED_AT);
        refuse(signHead(OPERATOR_KEY, 3, ROOT), Rounds.OutsideWindow.selector);
    }

    function test_sizeGrowsStrictly() public {
        refuse(signHead(OPERATOR_KEY, 0, sha256("")), Rounds.SizeNotGrowing.selector);
        anchor(5, ROOT);
        refuse(signHead(OPERATOR_KEY, 5, RESULT), Rounds.SizeNotGrowing.selector);
        refuse(signHead(OPERATOR_KEY, 4, RESULT), Rounds.SizeNotGrowing.selector);
        anchor(6, RESULT);
    }

    function test_unknownRound() public {
        vm.expectRevert(Rounds.UnknownRound.selector);
        collection.anchorHead(RESULT, 1, ROOT, 1, "");
    }

    function test_onlyTheOperatorsSignature() public {
        refuse(signHead(THIEF_KEY, 1, ROOT), Rounds.NotOperator.selector);
    }

    function test_signatureCoversEveryField() public {
        SignedHead memory head = signHead(OPERATOR_KEY, 1, ROOT);
        head.size = 2;
        refuse(head, Rounds.NotOperator.selector);
        head = signHead(OPERATOR_KEY, 1, ROOT);
        head.root = RESULT;
        refuse(head, Rounds.NotOperator.selector);
        head = signHead(OPERATOR_KEY, 1, ROOT);
        head.signedAt += 1;
        refuse(head, Rounds.NotOperator.selector);
    }

    function test_malleatedSignatureIsRefused() public {
        SignedHead memory head = signHead(OPERATOR_KEY, 1, ROOT);
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(OPERATOR_KEY, collection.headDigest(ROUND, 1, ROOT, head.signedAt));
        vm.assertLe(uint256(s), HALF_ORDER);
        head.signature = abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        refuse(head, Rounds.InvalidSignature.selector);
    }

    function test_onlyTheLongFormOfASignature() public {
        SignedHead memory head = signHead(OPERATOR_KEY, 1, ROOT);
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(OPERATOR_KEY, collection.headDigest(ROUND, 1, ROOT, head.signedAt));
        head.signature = abi.encodePacked(r, bytes32(uint256(s) | uint256(v - 27) << 255));
        refuse(head, Rounds.InvalidSignature.selector);
        head.signature = abi.encodePacked(r, s, v, uint8(0));
        refuse(head, Rounds.InvalidSignature.selector);
        head.signature = "";
        refuse(head, Rounds.InvalidSignature.selector);
    }

    function test_recoveryIdIs27Or28() public {
        SignedHead memory head = signHead(OPERATOR_KEY, 1, ROOT);
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(OPERATOR_KEY, collection.headDigest(ROUND, 1, ROOT, head.signedAt));
        head.signature = abi.encodePacked(r, s, v - 27);
        refuse(head, Rounds.InvalidSignature.selector);
    }

    function test_headOfAnotherCollectionIsRefused() public {
        SignedHead memory head = signHead(OPERATOR_KEY, 1, ROOT);
        collection = deploy(60);
        vm.warp(NOW);
        open();
        vm.warp(OPENS_AT);
        refuse(head, Rounds.NotOperator.selector);
    }

    function test_cancelledRoundCanStillBeSealed() public {
        SignedHead memory head = signHead(OPERATOR_KEY, 3, ROOT);
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        anchor(head);
        vm.assertEq(collection.roundOf(ROUND).logSize, 3);
    }

    function test_anyonePostsABallotWhileVoting() public {
        bytes memory ballot = bytes('{"ballot":{}}');
        vm.prank(ANYONE);
        vm.expectEmit(address(collection));
        emit Rounds.BallotPosted(ROUND, ballot);
        collection.postBallot(ROUND, ballot);
        vm.warp(CLOSES_AT - 1);
        collection.postBallot(ROUND, ballot);
        vm.warp(CLOSES_AT);
        vm.expectRevert(Rounds.OutsideWindow.selector);
        collection.postBallot(ROUND, ballot);
        vm.warp(OPENS_AT - 1);
        vm.expectRevert(Rounds.OutsideWindow.selector);
        collection.postBallot(ROUND, ballot);
    }

    function test_noPostsToUnknownOrCancelledRounds() public {
        vm.expectRevert(Rounds.UnknownRound.selector);
        collection.postBallot(RESULT, "");
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        vm.expectRevert(Rounds.RoundIsCancelled.selector);
        collection.postBallot(ROUND, "");
    }

    function test_rotationTakesEffectAtTheAnchoredSize() public {
        anchor(5, ROOT);
        SignedHead memory late = signHead(OPERATOR_KEY, 6, RESULT);
        address next = vm.addr(NEXT_OPERATOR_KEY);
        vm.prank(DIRECTOR);
        vm.expectEmit(address(collection));
        emit Rounds.OperatorRotated(ROUND, next, vm.addr(OPERATOR_KEY), 5);
        collection.rotateOperator(ROUND, next);
        refuse(late, Rounds.NotOperator.selector);
        anchor(signHead(NEXT_OPERATOR_KEY, 6, ROOT));
        vm.assertEq(collection.roundOf(ROUND).operator, next);
        vm.assertEq(collection.operator(), vm.addr(OPERATOR_KEY));
    }

    function test_rotationIsTheDirectorsUntilTheSeal() public {
        address next = vm.addr(NEXT_OPERATOR_KEY);
        vm.prank(GUARDIAN);
        vm.expectRevert(Rounds.NotDirector.selector);
        collection.rotateOperator(ROUND, next);
        vm.warp(SEALED_AT);
        vm.prank(DIRECTOR);
        vm.expectRevert(Rounds.OutsideWindow.selector);
        collection.rotateOperator(ROUND, next);
        vm.warp(SEALED_AT - 1);
        vm.prank(DIRECTOR);
        collection.rotateOperator(ROUND, next);
    }

    function refuseOperator(address next, bytes4 selector) private {
        vm.prank(DIRECTOR);
        vm.expectRevert(selector);
        collection.rotateOperator(ROUND, next);
    }

    function test_newOperatorIsDistinctAndNew() public {
        refuseOperator(address(0), Roles.ZeroRole.selector);
        refuseOperator(DIRECTOR, Roles.RolesNotDistinct.selector);
        refuseOperator(GUARDIAN, Roles.RolesNotDistinct.selector);
        refuseOperator(vm.addr(OPERATOR_KEY), Rounds.FormerOperator.selector);
        vm.prank(DIRECTOR);
        collection.rotateOperator(ROUND, vm.addr(NEXT_OPERATOR_KEY));
        refuseOperator(vm.addr(OPERATOR_KEY), Rounds.FormerOperator.selector);
    }
}
