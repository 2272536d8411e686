// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "solady/tokens/ERC721.sol";
import {Collection} from "../src/Collection.sol";
import {Opening, State} from "../src/Rounds.sol";
import {Winner, WinnerTree} from "../src/WinnerTree.sol";
import {RoundTest} from "./RoundFixture.sol";

contract MintTest is RoundTest {
    function assertMinted(Winner memory row) private view {
        uint256 tokenId = uint256(1) << 64 | uint256(row.rank) << 32;
        vm.assertEq(collection.tokenIdOf(1, row.rank), tokenId);
        vm.assertEq(collection.ownerOf(tokenId), row.recipient);
        vm.assertEq(collection.tokenDigest(tokenId), row.tokenDigest);
        vm.assertEq(collection.roundIndexOf(tokenId), 1);
    }

    function test_mintAllByAnyone() public {
        Winner[] memory rows = winners(5);
        openAndFinish(rootOf(rows));
        vm.expectEmit(address(collection));
        emit Collection.WinnerMinted(
            ROUND, rows[0].rank, rows[0].number, rows[0].tokenDigest, rows[0].recipient
        );
        vm.expectEmit(address(collection));
        emit ERC721.Transfer(address(0), rows[0].recipient, collection.tokenIdOf(1, rows[0].rank));
        vm.prank(ANYONE);
        collection.mintWinners(ROUND, rows);
        for (uint256 i; i < 5; ++i) {
            assertMinted(rows[i]);
            vm.assertEq(collection.balanceOf(rows[i].recipient), 1);
        }
        assertState(State.Minted);
    }

    function test_mintOneByProof() public {
        Winner[] memory rows = winners(5);
        openAndFinish(rootOf(rows));
        for (uint256 i; i < 5; ++i) {
            vm.prank(ANYONE);
            collection.mintWinner(ROUND, rows[i], proofOf(rows, i));
            assertMinted(rows[i]);
        }
    }

    function test_onlyWinnerNeedsNoProof() public {
        Winner[] memory rows = winners(1);
        openAndFinish(rootOf(rows));
        collection.mintWinner(ROUND, rows[0], new bytes32[](0));
        assertMinted(rows[0]);
    }

    function test_eachWinnerOnce() public {
        Winner[] memory rows = winners(3);
        openAndFinish(rootOf(rows));
        bytes32[] memory proof = proofOf(rows, 1);
        collection.mintWinner(ROUND, rows[1], proof);
        collection.mintWinner(ROUND, rows[1], proof);
        vm.assertEq(collection.balanceOf(rows[1].recipient), 1);
        uint256 tokenId = collection.tokenIdOf(1, rows[1].rank);
        vm.prank(rows[1].recipient);
        collection.transferFrom(rows[1].recipient, ANYONE, tokenId);
        collection.mintWinners(ROUND, rows);
        collection.mintWinners(ROUND, rows);
        collection.mintWinner(ROUND, rows[1], proof);
        vm.assertEq(collection.ownerOf(tokenId), ANYONE);
        vm.assertEq(collection.balanceOf(rows[1].recipient), 0);
        vm.assertEq(collection.balanceOf(rows[0].recipient), 1);
        vm.assertEq(collection.roundIndexOf(tokenId), 1);
    }

    function test_oneHolderOfSeveralPlaces() public {
        Winner[] memory rows = new Winner[](3);
        for (uint256 i; i < 3; ++i) {
            rows[i] = winner(i + 1);
            rows[i].recipient = ANYONE;
        }
        rows = sorted(rows);
        openAndFinish(rootOf(rows));
        collection.mintWinners(ROUND, rows);
        vm.assertEq(collection.balanceOf(ANYONE), 3);
    }

    function test_nothingIsMintedBeforeFinal() public {
        Winner[] memory rows = winners(2);
        bytes32 root = rootOf(rows);
        bytes32[] memory proof = proofOf(rows, 0);
        vm.expectRevert(Collection.NotFinal.selector);
        collection.mintWinners(ROUND, rows);
        openAndClose(root);
        vm.warp(SEALED_AT + CHALLENGE - 1);
        vm.expectRevert(Collection.NotFinal.selector);
        collection.mintWinners(ROUND, rows);
        vm.expectRevert(Collection.NotFinal.selector);
        collection.mintWinner(ROUND, rows[0], proof);
    }

    function test_cancelledRoundMintsNothing() public {
        Winner[] memory rows = winners(2);
        openAndClose(rootOf(rows));
        vm.prank(GUARDIAN);
        collection.cancelRound(ROUND, REASON);
        vm.warp(SEALED_AT + CHALLENGE);
        vm.expectRevert(Collection.NotFinal.selector);
        collection.mintWinners(ROUND, rows);
    }

    function test_roundWithoutWinnersMintsNothing() public {
        openAndFinish(bytes32(0));
        vm.expectRevert(Collection.NoWinners.selector);
        collection.mintWinners(ROUND, new Winner[](0));
        Winner[] memory rows = winners(2);
        vm.expectRevert(Collection.WinnersRootMismatch.selector);
        collection.mintWinners(ROUND, rows);
        vm.expectRevert(Collection.NoWinners.selector);
        collection.mintWinner(ROUND, rows[0], new bytes32[](0));
        assertState(State.Final);
    }

    function test_allMeansAllInOrder() public {
        Winner[] memory rows = winners(3);
        openAndFinish(rootOf(rows));
        Winner[] memory two = new Winner[](2);
        (two[0], two[1]) = (rows[0], rows[1]);
        vm.expectRevert(Collection.WinnersRootMismatch.selector);
        collection.mintWinners(ROUND, two);
        two[1] = rows[0];
        vm.expectRevert(WinnerTree.NotAscending.selector);
        collection.mintWinners(ROUND, two);
        (rows[0], rows[1]) = (rows[1], rows[0]);
        vm.expectRevert(WinnerTree.NotAscending.selector);
        collection.mintWinners(ROUND, rows);
    }

    function test_proofBindsEveryField() public {
        Winner[] memory rows = winners(4);
        openAndFinish(rootOf(rows));
        bytes32[] memory proof = proofOf(rows, 0);
        Winner[5] memory forged = [rows[0], rows[0], rows[0], rows[0], rows[1]];
        for (uint256 i; i < 4; ++i) {
            forged[i] = Winner(rows[0].rank, rows[0].number, rows[0].tokenDigest, rows[0].recipient);
        }
        forged[0].rank += 100;
        forged[1].number += 1;
        forged[2].tokenDigest = RESULT;
        forged[3].recipient = ANYONE;
        for (uint256 i; i < 5; ++i) {
            vm.expectRevert(Collection.InvalidProof.selector);
            collection.mintWinner(ROUND, forged[i], proof);
        }
    }

    function test_leafOfAnotherRoundIsRefused() public {
        Winner[] memory rows = winners(2);
        bytes32 root = rootOf(rows);
        openAndFinish(root);
        Opening memory second = opening();
        second.roundId = keccak256("second");
        second.opensAt = uint40(block.timestamp + 1);
        second.closesAt = uint40(block.timestamp + 2);
        vm.prank(DIRECTOR);
        collection.openRound(second);
        vm.warp(block.timestamp + 2 + SEAL_GRACE);
        vm.prank(DIRECTOR);
        collection.closeRound(second.roundId, RESULT, root, bytes32(0), 0, BUNDLE);
        vm.warp(block.timestamp + CHALLENGE);
        bytes32[] memory proof = proofOf(rows, 0);
        vm.expectRevert(Collection.InvalidProof.selector);
        collection.mintWinner(second.roundId, rows[0], proof);
        (bool minted,) = address(collection).call(abi.encodeCall(collection.mintWinners, (second.roundId, rows)));
        vm.assertFalse(minted);
    }

    function test_upTo200InOneCall() public {
        Winner[] memory rows = new Winner[](201);
        for (uint256 i; i < 201; ++i) {
            rows[i] = Winner(uint32(i + 1), 1, keccak256(abi.encode(i)), address(uint160(0x10000 + i)));
        }
        Winner[] memory most = new Winner[](200);
        rows = sorted(rows);
        for (uint256 i; i < 200; ++i) {
            most[i] = rows[i];
        }
        openAndFinish(rootOf(most));
        vm.expectRevert(Collection.TooManyWinners.selector);
        collection.mintWinners(ROUND, rows);
        collection.mintWinners(ROUND, most);
        vm.assertEq(collection.ownerOf(collection.tokenIdOf(1, most[199].rank)), most[199].recipient);
    }

    function test_malformedWinnersAreRefused() public {
        Winner[] memory rows = new Winner[](1);
        rows[0] = winner(1);
        rows[0].tokenDigest = bytes32(0);
        openAndFinish(rootOf(rows));
        vm.expectRevert(Collection.MalformedWinner.selector);
        collection.mintWinners(ROUND, rows);
    }

    function test_nothingIsMintedToTheZeroAddress() public {
        Winner[] memory rows = new Winner[](1);
        rows[0] = winner(1);
        rows[0].recipient = address(0);
        openAndFinish(rootOf(rows));
        vm.expectRevert(ERC721.TransferToZeroAddress.selector);
        collection.mintWinners(ROUND, rows);
    }

    /// @dev A root over words whose unused bits are set must not mint: the id would leave its round.
    function test_dirtyWordsAreRefused() public {
        for (uint256 field; field < 4; ++field) {
            if (field == 2) continue;
            bytes32[4] memory words =
                [bytes32(uint256(1)), bytes32(uint256(1)), RESULT, bytes32(uint256(uint160(ANYONE)))];
            words[field] |= bytes32(uint256(1) << 200);
            bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(ROUND, words))));
            setUp();
            openAndFinish(leaf);
            bytes memory all =
                abi.encodePacked(collection.mintWinners.selector, ROUND, uint256(0x40), uint256(1), abi.encode(words));
            (bool minted,) = address(collection).call(all);
            vm.assertFalse(minted);
            bytes memory one =
                abi.encodePacked(collection.mintWinner.selector, ROUND, abi.encode(words), uint256(0xc0), uint256(0));
            (minted,) = address(collection).call(one);
            vm.assertFalse(minted);
        }
    }

    /// @dev The same bytes without the set bits do mint, so that the test above fails for the right reason.
    function test_handMadeCalldataMints() public {
        bytes32[4] memory words =
            [bytes32(uint256(1)), bytes32(uint256(1)), RESULT, bytes32(uint256(uint160(ANYONE)))];
        openAndFinish(keccak256(bytes.concat(keccak256(abi.encode(ROUND, words)))));
        bytes memory one =
            abi.encodePacked(collection.mintWinner.selector, ROUND, abi.encode(words), uint256(0xc0), uint256(0));
        (bool minted,) = address(collection).call(one);
        vm.assertTrue(minted);
        bytes memory all =
            abi.encodePacked(collection.mintWinners.selector, ROUND, uint256(0x40), uint256(1), abi.encode(words));
        (minted,) = address(collection).call(all);
        vm.assertTrue(minted);
        vm.assertEq(collection.ownerOf(collection.tokenIdOf(1, 1)), ANYONE);
    }

    function test_unknownTokensHaveNothing() public {
        vm.expectRevert(ERC721.TokenDoesNotExist.selector);
        collection.tokenURI(1);
        vm.expectRevert(ERC721.TokenDoesNotExist.selector);
        collection.tokenDigest(1);
        vm.expectRevert(ERC721.TokenDoesNotExist.selector);
        collection.roundIndexOf(1);
    }

    function test_royaltyOfTheRound() public {
        open();
        (address receiver, uint256 amount) = collection.royaltyInfo(collection.tokenIdOf(1, 3), 1 ether);
        vm.assertEq(receiver, ROYALTY_RECEIVER);
        vm.assertEq(amount, 0.05 ether);
        (receiver, amount) = collection.royaltyInfo(collection.tokenIdOf(2, 3), 1 ether);
        vm.assertEq(receiver, address(0));
        vm.assertEq(amount, 0);
        (, amount) = collection.royaltyInfo(collection.tokenIdOf(1, 3), type(uint256).max);
        vm.assertEq(amount, type(uint256).max / 20);
    }

    function testFuzz_royaltyIsFloored(uint128 price) public {
        open();
        (, uint256 amount) = collection.royaltyInfo(collection.tokenIdOf(1, 1), price);
        vm.assertEq(amount, uint256(price) * 500 / 10_000);
    }

    function test_interfaces() public view {
        bytes4[6] memory ids =
            [bytes4(0x01ffc9a7), bytes4(0x80ac58cd), bytes4(0x5b5e139f), bytes4(0x2a55205a), bytes4(0x49064906), bytes4(0xe8a3d485)];
        for (uint256 i; i < ids.length; ++i) {
            vm.assertTrue(collection.supportsInterface(ids[i]));
        }
        vm.assertFalse(collection.supportsInterface(0xffffffff));
    }

    function testFuzz_tokenIds(uint32 roundIndex, uint32 rank) public view {
        uint256 tokenId = collection.tokenIdOf(roundIndex, rank);
        vm.assertEq(tokenId >> 64, roundIndex);
        vm.assertEq(uint32(tokenId >> 32), rank);
        vm.assertEq(uint32(tokenId), 0);
    }
}
