// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721URIStorage} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721URIStorage.sol";
import {ERC721A} from "erc721a/contracts/ERC721A.sol";

/// @notice The usual way to freeze metadata: OpenZeppelin's extension with one URI per token.
contract UriStorage721 is ERC721URIStorage {
    uint256 private _last;

    constructor() ERC721("Peer", "PEER") {}

    function mint(address[] calldata accounts, string[] calldata uris) external {
        for (uint256 i; i < accounts.length; ++i) {
            _mint(accounts[i], ++_last);
            _setTokenURI(_last, uris[i]);
        }
    }
}

/// @notice ERC721A with one URI per token.
contract Uri721A is ERC721A {
    mapping(uint256 tokenId => string uri) private _uris;

    constructor() ERC721A("Peer", "PEER") {}

    function mint(address[] calldata accounts, string[] calldata uris) external {
        for (uint256 i; i < accounts.length; ++i) {
            _uris[_nextTokenId()] = uris[i];
            _mint(accounts[i], 1);
        }
    }

    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        return _uris[tokenId];
    }
}
