// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Collection} from "../src/Collection.sol";
import {Round, SignedHead, State} from "../src/Rounds.sol";
import {Winner} from "../src/WinnerTree.sol";
import {RoundFixture, RoundTest} from "./RoundFixture.sol";

/// @dev Everyone who touches a round, doing what they please at any time. Calls that the contract refuses are part of
/// the game; what must never happen is noted in ghosts.
contract RoundHandler is RoundFixture {
    uint256 private constant WINNERS = 6;

    Winner[][2] private _rows;
    bytes32[2] private _roots;

    uint256 public mintedTokens;
    uint256 public highestLog;
    bool public mintedBeforeFinal;
    bool public mintedOffTheAnchoredRoot;
    bool public logShrank;
    bool public logChangedAfterSeal;
    bool public cancelledCameBack;
    bool public finalChanged;

    bytes32 private _finalResult;
    bytes32 private _finalWinners;

    constructor() {
        prepare();
        vm.prank(DIRECTOR);
        collection.openRound(opening());
        for (uint256 set; set < 2; ++set) {
            Winner[] memory rows = new Winner[](WINNERS);
            for (uint256 i; i < WINNERS; ++i) {
                rows[i] = winner(i + 1);
                if (set == 1) rows[i].recipient = address(uint160(0x2000 + i));
            }
            rows = sorted(rows);
            _roots[set] = rootOf(rows);
            for (uint256 i; i < WINNERS; ++i) {
                _rows[set].push(rows[i]);
            }
        }
    }

    function target() external view returns (Collection) {
        return collection;
    }

    function round() external pure returns (bytes32) {
        return ROUND;
    }

    modifier watched() {
        Round memory before = collection.roundOf(ROUND);
        _;
        Round memory later = collection.roundOf(ROUND);
        if (later.logSize < before.logSize) logShrank = true;
        if (block.timestamp >= SEALED_AT && later.logSize != before.logSize) logChangedAfterSeal = true;
        if (before.state == State.Cancelled && later.state != State.Cancelled) cancelledCameBack = true;
        if (later.state == State.Final || later.state == State.Minted) {
            if (_finalResult == bytes32(0)) (_finalResult, _finalWinners) = (later.resultHash, later.winnersRoot);
            if (_finalResult != later.resultHash || _finalWinners != later.winnersRoot) finalChanged = true;
        } else if (_finalResult != bytes32(0)) {
            finalChanged = true;
        }
    }

    function live(uint256 seconds_) external watched {
        // Often a leap, so that windows end; otherwise a step, so that much happens inside one.
        vm.warp(block.timestamp + (seconds_ % 2 == 0 ? bound(seconds_, 1, 200_000) : bound(seconds_, 1, 3_000)));
    }

    function anchorSome(uint256 size, bool former) external watched {
        uint256 key = former ? OPERATOR_KEY : NEXT_OPERATOR_KEY;
        SignedHead memory head = signHead(key, bound(size, 0, 200), keccak256(abi.encode(size)));
        try collection.anchorHead(ROUND, uint40(head.size), head.root, uint40(head.signedAt), head.signature) {
            highestLog = head.size;
        } catch {}
    }

    function rotate() external watched {
        vm.prank(DIRECTOR);
        try collection.rotateOperator(ROUND, vm.addr(NEXT_OPERATOR_KEY)) {} catch {}
    }

    function closeWith(uint256 set) external watched {
        vm.prank(DIRECTOR);
        try collection.closeRound(ROUND, keccak256(abi.encode(set)), _roots[set % 2], bytes32(0), 0, BUNDLE) {} catch {}
    }

    function mintAll(uint256 set) external watched {
        Winner[] memory rows = _rows[set % 2];
        State state = collection.stateOf(ROUND);
        uint256 before = supply();
        try collection.mintWinners(ROUND, rows) {
            noteMint(state, set % 2, before);
        } catch {}
    }

    function mintOne(uint256 set, uint256 index) external watched {
        Winner[] memory rows = _rows[set % 2];
        index = bound(index, 0, WINNERS - 1);
        State state = collection.stateOf(ROUND);
        uint256 before = supply();
        try collection.mintWinner(ROUND, rows[index], proofOf(rows, index)) {
            noteMint(state, set % 2, before);
        } catch {}
    }

    function give(uint256 rank) external watched {
        uint256 tokenId = collection.tokenIdOf(1, uint32(bound(rank, 1, WINNERS)));
        try collection.ownerOf(tokenId) returns (address holder) {
            vm.prank(holder);
            collection.transferFrom(holder, ANYONE, tokenId);
        } catch {}
    }

    function freeze(bool former) external watched {
        uint256 key = former ? OPERATOR_KEY : NEXT_OPERATOR_KEY;
        SignedHead memory a = signHead(key, 3, RESULT);
        SignedHead memory b = signHead(key, 3, REASON);
        try collection.proveEquivocation(ROUND, a, b) {} catch {}
    }

    function lift() external watched {
        vm.prank(GUARDIAN);
        try collection.liftFreeze(ROUND, REASON) {} catch {}
    }

    /// @dev Rare, or most runs would end here.
    function cancel(uint256 chance) external watched {
        if (chance % 64 != 0) return;
        vm.prank(GUARDIAN);
        try collection.cancelRound(ROUND, REASON) {} catch {}
    }

    function supply() public view returns (uint256 count) {
        for (uint32 rank = 1; rank <= WINNERS; ++rank) {
            try collection.ownerOf(collection.tokenIdOf(1, rank)) {
                ++count;
            } catch {}
        }
    }

    function balances() external view returns (uint256 sum) {
        sum = collection.balanceOf(ANYONE);
        for (uint256 i; i < WINNERS; ++i) {
            sum += collection.balanceOf(address(uint160(0x1001 + i)));
            sum += collection.balanceOf(address(uint160(0x2000 + i)));
        }
    }

    function noteMint(State state, uint256 set, uint256 before) private {
        if (state != State.Final && state != State.Minted) mintedBeforeFinal = true;
        if (collection.roundOf(ROUND).winnersRoot != _roots[set]) mintedOffTheAnchoredRoot = true;
        mintedTokens += supply() - before;
    }
}

contract InvariantsTest is RoundTest {
    RoundHandler private handler;
    Collection private subject;

    function setUp() public override {
        handler = new RoundHandler();
        subject = handler.target();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// @dev The game can be won: without this the invariants below might hold for want of a token.
    function test_aPathThroughTheGameMintsAll() public {
        handler.live(2_000 * 2 - 1);
        handler.anchorSome(7, true);
        handler.rotate();
        handler.anchorSome(9, false);
        handler.live(20_000);
        handler.closeWith(1);
        handler.freeze(false);
        handler.lift();
        handler.closeWith(0);
        handler.live(190_000);
        handler.mintOne(0, 2);
        handler.give(1);
        handler.mintAll(1);
        handler.mintAll(0);
        vm.assertEq(handler.supply(), 6);
        vm.assertEq(handler.mintedTokens(), 6);
        vm.assertEq(handler.highestLog(), 9);
        vm.assertTrue(subject.stateOf(handler.round()) == State.Minted);
    }

    function invariant_nothingIsMintedBeforeFinal() public view {
        vm.assertFalse(handler.mintedBeforeFinal());
        if (handler.supply() > 0) {
            State state = subject.stateOf(handler.round());
            vm.assertTrue(state == State.Final || state == State.Minted);
        }
    }

    function invariant_eachWinnerOnceAndOnlyWinners() public view {
        vm.assertFalse(handler.mintedOffTheAnchoredRoot());
        vm.assertLe(handler.mintedTokens(), 6);
        vm.assertEq(handler.mintedTokens(), handler.supply());
        vm.assertEq(handler.balances(), handler.supply());
    }

    function invariant_logOnlyGrowsAndIsSealed() public view {
        vm.assertFalse(handler.logShrank());
        vm.assertFalse(handler.logChangedAfterSeal());
        vm.assertEq(subject.roundOf(handler.round()).logSize, handler.highestLog());
    }

    function invariant_openingNeverChanges() public view {
        Round memory round = subject.roundOf(handler.round());
        vm.assertEq(round.candidateRoot, keccak256("candidates"));
        vm.assertEq(round.opensAt, OPENS_AT);
        vm.assertEq(round.closesAt, CLOSES_AT);
        vm.assertEq(round.director, DIRECTOR);
        vm.assertEq(round.guardian, GUARDIAN);
        vm.assertLe(round.closes, 3);
    }

    function invariant_finalAndCancelledAreForEver() public view {
        vm.assertFalse(handler.finalChanged());
        vm.assertFalse(handler.cancelledCameBack());
    }
}
