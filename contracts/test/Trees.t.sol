// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ContentUri} from "../src/ContentUri.sol";
import {LogTree} from "../src/LogTree.sol";
import {Winner, WinnerTree} from "../src/WinnerTree.sol";
import {ReferenceLog} from "./ReferenceLog.sol";
import {RoundTest} from "./RoundFixture.sol";

contract TreesHarness {
    function rootOf(bytes32 roundId, Winner[] calldata rows) external pure returns (bytes32) {
        return WinnerTree.rootOf(roundId, rows);
    }

    function contains(bytes32 root, bytes32 roundId, Winner calldata row, bytes32[] calldata proof)
        external
        pure
        returns (bool)
    {
        return WinnerTree.contains(root, roundId, row, proof);
    }

    function prefixRoots(bytes32[] calldata proof, uint256 size, uint256 total)
        external
        view
        returns (bytes32, bytes32)
    {
        return LogTree.prefixRoots(proof, size, total);
    }
}

contract TreesTest is RoundTest {
    TreesHarness private harness;

    function setUp() public override {
        super.setUp();
        harness = new TreesHarness();
    }

    /// @dev Roots from @openzeppelin/merkle-tree 1.0.8, StandardMerkleTree.
    function test_winnerRootsOfOpenZeppelin() public view {
        bytes32[5] memory roots = [
            bytes32(0x217d2c312f2a1f977341c6cb05c9cec4ee1b61168ad37ad2a0e7aa7f1b7c583c),
            0xb964a1b2c11147ebf299f73c53cec3144a397d0c64493686a76a1a0071dcd700,
            0xa363b40a0845aa566fd1ff01f2ef1239f1fe6eeae58be032f1d06095778c8356,
            0x039a876b82057dc659a2c7965670c6e6316a9fa97bf888e2e824456c566cd17b,
            0x2362e8f95b8fb3a8a78541d8c81c3e9ae10be9241672fa9ac82033ffd6acf9fc
        ];
        uint8[5] memory counts = [1, 2, 3, 5, 8];
        for (uint256 i; i < 5; ++i) {
            Winner[] memory rows = winners(counts[i]);
            vm.assertEq(harness.rootOf(ROUND, rows), roots[i]);
            vm.assertEq(rootOf(rows), roots[i]);
        }
    }

    function test_winnerProofOfOpenZeppelin() public view {
        bytes32 root = 0x039a876b82057dc659a2c7965670c6e6316a9fa97bf888e2e824456c566cd17b;
        bytes32[] memory proof = new bytes32[](2);
        proof[0] = 0x8756131679afade62f188e1ee4d88d17a7e11fb27043b72f8dfd66ce1aa63668;
        proof[1] = 0x8d689a0f1964883fc9e605b00cd649485acbb7cdb62c46c031f4654f89357836;
        vm.assertTrue(harness.contains(root, ROUND, winner(3), proof));
        vm.assertFalse(harness.contains(root, RESULT, winner(3), proof));
        vm.assertFalse(harness.contains(root, ROUND, winner(4), proof));
    }

    function testFuzz_winnerTree(uint256 count, bytes32 seed, uint256 index) public view {
        count = bound(count, 1, 40);
        index = bound(index, 0, count - 1);
        Winner[] memory rows = new Winner[](count);
        for (uint256 i; i < count; ++i) {
            bytes32 random = keccak256(abi.encode(seed, i));
            rows[i] = Winner(uint32(i + 1), uint32(uint256(random)), random, address(uint160(uint256(random) >> 32)));
        }
        rows = sorted(rows);
        bytes32 root = harness.rootOf(ROUND, rows);
        vm.assertEq(root, rootOf(rows));
        bytes32[] memory proof = proofOf(rows, index);
        vm.assertTrue(harness.contains(root, ROUND, rows[index], proof));
        rows[index].recipient = address(uint160(rows[index].recipient) ^ 1);
        vm.assertFalse(harness.contains(root, ROUND, rows[index], proof));
    }

    function testFuzz_prefixRoots(uint256 total, uint256 size, bytes32 seed) public view {
        total = bound(total, 2, 130);
        size = bound(size, 1, total - 1);
        bytes32[] memory log = ReferenceLog.leaves(total, seed);
        (bytes32 prefixRoot, bytes32 totalRoot) =
            harness.prefixRoots(ReferenceLog.consistency(log, size), size, total);
        vm.assertEq(prefixRoot, ReferenceLog.root(log, 0, size));
        vm.assertEq(totalRoot, ReferenceLog.root(log));
    }

    /// @dev Every pair of sizes up to 17, so that no shape of a small tree is left to luck.
    function test_prefixRootsOfAllSmallTrees() public view {
        for (uint256 total = 2; total <= 17; ++total) {
            bytes32[] memory log = ReferenceLog.leaves(total, "all");
            for (uint256 size = 1; size < total; ++size) {
                (bytes32 prefixRoot, bytes32 totalRoot) =
                    harness.prefixRoots(ReferenceLog.consistency(log, size), size, total);
                vm.assertEq(prefixRoot, ReferenceLog.root(log, 0, size));
                vm.assertEq(totalRoot, ReferenceLog.root(log));
            }
        }
    }

    function test_prefixRootsRefusesImpossibleSizes() public {
        bytes32[] memory proof = new bytes32[](1);
        uint8[2][3] memory pairs = [[0, 4], [4, 4], [5, 4]];
        for (uint256 i; i < 3; ++i) {
            vm.expectRevert(LogTree.InvalidConsistencyProof.selector);
            harness.prefixRoots(proof, pairs[i][0], pairs[i][1]);
        }
        vm.expectRevert(LogTree.InvalidConsistencyProof.selector);
        harness.prefixRoots(new bytes32[](0), 1, 2);
    }

    /// @dev Addresses from multiformats 14.0.5.
    function test_uriVectors() public pure {
        vm.assertEq(
            ContentUri.ofDigest(bytes32(0)), "ipfs://bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        );
        vm.assertEq(
            ContentUri.ofDigest(bytes32(type(uint256).max)),
            "ipfs://bafkreih777777777777777777777777777777777777777777777777774"
        );
        vm.assertEq(
            ContentUri.ofDigest(sha256("{}")), "ipfs://bafkreicecnx2gvntm6fbcrvnc336qze6st5u7qq7457igegamd3bzkx7ri"
        );
        vm.assertEq(
            ContentUri.ofDigest(keccak256("token")),
            "ipfs://bafkreie3tmcfjsw4wwee3u72u25joxne2jczvi7rduyssgrfva2y7beunu"
        );
    }

    /// @dev Reads the characters back into bits, one at a time.
    function testFuzz_uriCarriesTheDigest(bytes32 digest) public pure {
        bytes memory uri = bytes(ContentUri.ofDigest(digest));
        vm.assertEq(uri.length, 66);
        uint256 bits;
        for (uint256 i = 14; i < 66; ++i) {
            uint256 letter = uint8(uri[i]);
            uint256 value = letter >= 0x61 ? letter - 0x61 : letter - 0x32 + 26;
            bits = i == 65 ? bits << 3 | value >> 2 : bits << 5 | value;
        }
        vm.assertEq(bytes32(bits), digest);
    }

    function test_tokenUriIsTheDigest() public {
        Winner[] memory rows = winners(1);
        openAndFinish(rootOf(rows));
        collection.mintWinners(ROUND, rows);
        vm.assertEq(
            collection.tokenURI(collection.tokenIdOf(1, 1)), ContentUri.ofDigest(winner(1).tokenDigest)
        );
    }
}
