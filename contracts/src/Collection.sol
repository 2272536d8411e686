// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "solady/tokens/ERC721.sol";
import {ContentUri} from "./ContentUri.sol";
import {Roles} from "./Roles.sol";
import {Rounds} from "./Rounds.sol";
import {Winner, WinnerTree} from "./WinnerTree.sol";

/// @title Collection
/// @notice One community's tokens and the rounds that chose them. ERC-721, ERC-2981, ERC-4906, ERC-7572.
/// @dev No proxy, no burn. A token's id is its round's index << 64 | rank << 32 (the low 32 bits, a serial within an
/// edition, are 0), so that its existence is the check that a winner is minted once. The 32 bytes kept per token are
/// the SHA-256 of its `token.json`; the token's URI is rebuilt from them.
contract Collection is ERC721, Rounds {
    /// @notice Most winners one call mints.
    uint256 public constant MAX_BATCH = 200;

    string private _name;
    string private _symbol;
    string private _contractUri;
    mapping(uint256 tokenId => bytes32 digest) private _tokenDigests;

    event WinnerMinted(
        bytes32 indexed roundId, uint32 rank, uint32 number, bytes32 tokenDigest, address recipient
    );
    /// @dev ERC-7572.
    event ContractURIUpdated();

    error NotFinal();
    error NoWinners();
    error TooManyWinners();
    error WinnersRootMismatch();
    error InvalidProof();
    error MalformedWinner();

    /// @param minChallenge_ Shortest challenge window in seconds, at least 86,400 except on chain 31337.
    constructor(
        string memory name_,
        string memory symbol_,
        string memory contractURI_,
        address owner_,
        address director_,
        address guardian_,
        address operator_,
        address treasury_,
        uint32 minChallenge_
    ) Roles(owner_, director_, guardian_, operator_, treasury_) Rounds(minChallenge_) {
        _name = name_;
        _symbol = symbol_;
        _contractUri = contractURI_;
    }

    /// @notice Mints every winner of a final round that is not minted yet. Anyone.
    /// @param winners All leaves of the winners tree in ascending order of their hash, at most 200.
    function mintWinners(bytes32 roundId, Winner[] calldata winners) external {
        (Record storage round, uint256 roundIndex) = _mintable(roundId);
        if (winners.length == 0) revert NoWinners();
        if (winners.length > MAX_BATCH) revert TooManyWinners();
        if (WinnerTree.rootOf(roundId, winners) != round.winnersRoot) revert WinnersRootMismatch();
        for (uint256 i; i < winners.length; ++i) {
            Winner calldata winner;
            assembly ("memory-safe") {
                winner := add(winners.offset, shl(7, i))
            }
            _mintWinner(roundId, roundIndex, winner);
        }
        round.flags = MINTED;
    }

    /// @notice Mints one winner of a final round; does nothing if it is minted. Anyone.
    /// @param proof Siblings from the winner's leaf to the root.
    function mintWinner(bytes32 roundId, Winner calldata winner, bytes32[] calldata proof) external {
        (Record storage round, uint256 roundIndex) = _mintable(roundId);
        bytes32 root = round.winnersRoot;
        if (root == bytes32(0)) revert NoWinners();
        if (!WinnerTree.contains(root, roundId, winner, proof)) revert InvalidProof();
        _mintWinner(roundId, roundIndex, winner);
    }

    /// @notice Points to other metadata of the collection as a whole (ERC-7572). Owner. Tokens are not touched.
    function setContractURI(string calldata contractURI_) external onlyOwner {
        _contractUri = contractURI_;
        emit ContractURIUpdated();
    }

    /// @notice `ipfs://` and the raw CIDv1 of the token's `token.json`.
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        return ContentUri.ofDigest(tokenDigest(tokenId));
    }

    /// @notice SHA-256 of the token's canonical `token.json`.
    function tokenDigest(uint256 tokenId) public view returns (bytes32) {
        if (!_exists(tokenId)) revert TokenDoesNotExist();
        return _tokenDigests[tokenId];
    }

    /// @notice Index of the round that chose a token, read from the token itself.
    function roundIndexOf(uint256 tokenId) external view returns (uint32) {
        if (!_exists(tokenId)) revert TokenDoesNotExist();
        return uint32(_getExtraData(tokenId));
    }

    /// @notice Id of the token that the winner at `rank` of round `roundIndex` has or will have.
    function tokenIdOf(uint32 roundIndex, uint32 rank) public pure returns (uint256) {
        return uint256(roundIndex) << 64 | uint256(rank) << 32;
    }

    /// @notice Royalty of the token's round (ERC-2981).
    function royaltyInfo(uint256 tokenId, uint256 salePrice) external view returns (address receiver, uint256 amount) {
        Record storage round = _rounds[_roundIds[tokenId >> 64]];
        receiver = round.royaltyReceiver;
        uint256 bps = round.royaltyBps;
        // Divided first, so that no price overflows.
        amount = salePrice / 10_000 * bps + salePrice % 10_000 * bps / 10_000;
    }

    function name() public view override returns (string memory) {
        return _name;
    }

    function symbol() public view override returns (string memory) {
        return _symbol;
    }

    /// @notice Metadata of the collection as a whole (ERC-7572).
    function contractURI() external view returns (string memory) {
        return _contractUri;
    }

    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        // ERC-2981, ERC-4906, ERC-7572.
        return interfaceId == 0x2a55205a || interfaceId == 0x49064906 || interfaceId == 0xe8a3d485
            || super.supportsInterface(interfaceId);
    }

    function _mintable(bytes32 roundId) private view returns (Record storage round, uint256 roundIndex) {
        _requireNotPaused();
        round = _rounds[roundId];
        uint256 closing = _closingSlot(round);
        if (!_isFinal(closing)) revert NotFinal();
        roundIndex = uint32(closing >> ROUND_INDEX_OFFSET);
    }

    /// @dev By hand, because these steps decide what a mint costs: the struct is the event's data word for word, and
    /// the digest's slot says whether the token exists (no digest is zero, and nothing is burned).
    function _mintWinner(bytes32 roundId, uint256 roundIndex, Winner calldata winner) private {
        bytes32 topic = WinnerMinted.selector;
        address recipient;
        uint256 tokenId;
        bool malformed;
        bool minted;
        assembly ("memory-safe") {
            let data := mload(0x40)
            calldatacopy(data, winner, 0x80)
            let rank := mload(data)
            let digest := mload(add(data, 0x40))
            recipient := mload(add(data, 0x60))
            tokenId := or(shl(64, roundIndex), shl(32, rank))
            malformed :=
                or(iszero(digest), or(or(shr(32, rank), shr(32, mload(add(data, 0x20)))), shr(160, recipient)))
            mstore(0x00, tokenId)
            mstore(0x20, _tokenDigests.slot)
            let slot := keccak256(0x00, 0x40)
            minted := iszero(iszero(sload(slot)))
            if iszero(or(minted, malformed)) {
                sstore(slot, digest)
                log2(data, 0x80, topic, roundId)
            }
        }
        if (malformed) revert MalformedWinner();
        if (!minted) _mintAndSetExtraDataUnchecked(recipient, tokenId, uint96(roundIndex));
    }
}
