// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {SignedHead} from "../src/Rounds.sol";
import {Winner} from "../src/WinnerTree.sol";
import {ReferenceLog} from "./ReferenceLog.sol";
import {RoundTest} from "./RoundFixture.sol";

/// @dev Execution gas of each step, without a transaction's base fee and calldata. The committed figures in
/// contracts/snapshots are compared on every run, so that no change costs more unnoticed.
contract GasTest is RoundTest {
    function note(string memory name) private {
        vm.snapshotGasLastCall("Collection", name);
    }

    function test_gasOfARound() public {
        Winner[] memory rows = winners(9);
        bytes32[] memory log = ReferenceLog.leaves(33, "gas");
        open();
        note("openRound");
        vm.warp(OPENS_AT);
        SignedHead memory receipt = signHead(OPERATOR_KEY, 31, RESULT);
        anchor(signHead(OPERATOR_KEY, 17, ReferenceLog.root(log, 0, 17)));
        note("anchorHead first");
        anchor(signHead(OPERATOR_KEY, 33, ReferenceLog.root(log)));
        note("anchorHead after");
        collection.postBallot(ROUND, new bytes(700));
        note("postBallot 700 bytes");
        vm.prank(GUARDIAN);
        collection.voidCandidate(ROUND, 3, REASON);
        note("voidCandidate");
        vm.prank(DIRECTOR);
        collection.rotateOperator(ROUND, vm.addr(NEXT_OPERATOR_KEY));
        note("rotateOperator");
        vm.warp(SEALED_AT);
        vm.prank(DIRECTOR);
        collection.closeRound(ROUND, RESULT, rootOf(rows), REASON, 77, BUNDLE);
        note("closeRound");
        collection.proveDropped(ROUND, receipt, ReferenceLog.consistency(log, 31));
        note("proveDropped 33 leaves");
        vm.prank(GUARDIAN);
        collection.liftFreeze(ROUND, REASON);
        note("liftFreeze");
        vm.warp(SEALED_AT + CHALLENGE);
        collection.mintWinner(ROUND, rows[4], proofOf(rows, 4));
        note("mintWinner 1 of 9");
        collection.mintWinners(ROUND, rows);
        note("mintWinners 8 of 9");
        collection.tokenURI(collection.tokenIdOf(1, 1));
        note("tokenURI");
    }

    function test_gasOfAnEquivocationProof() public {
        open();
        SignedHead memory a = signHead(OPERATOR_KEY, 9, RESULT);
        SignedHead memory b = signHead(OPERATOR_KEY, 9, REASON);
        collection.proveEquivocation(ROUND, a, b);
        note("proveEquivocation");
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        note("cancelRound");
    }
}
