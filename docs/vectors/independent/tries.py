"""Merkle Patricia tries, read from some of their nodes: Ethereum Yellow Paper, appendix D."""

import rlp
from fault import Fault
from keccak import keccak256

EMPTY = keccak256(b"\x80")


def _nibbles(data):
    return [half for byte in data for half in (byte >> 4, byte & 15)]


def _path(item):
    """The nibbles of a compact path, and whether it ends at a value."""
    if not isinstance(item, bytes) or not item or item[0] >= 0x40:
        raise Fault("proof-invalid", "no path")
    flag, *nibbles = _nibbles(item)
    if flag & 1:
        return nibbles, flag >= 2
    if nibbles[0] != 0:
        raise Fault("proof-invalid", "a path with another padding")
    return nibbles[1:], flag >= 2


def _value(item):
    if not isinstance(item, bytes):
        raise Fault("proof-invalid", "a value that is a list")
    return item or None


class Nodes:
    """Nodes by their hash; `passed` are those that reading has passed, in the order of the first time."""

    def __init__(self, nodes):
        self.given = nodes
        self.by_hash = {keccak256(node): node for node in nodes}
        self.passed = {}

    def in_order(self):
        """Whether the nodes given are those passed, each once and in their order."""
        return self.given == list(self.passed.values())

    def get(self, root, key):
        """@returns the value of a key, None when the trie has none"""
        if root == EMPTY:
            return None
        return self._read(self._node(root), _nibbles(key))

    def _node(self, hash_):
        if hash_ not in self.by_hash:
            raise Fault("proof-invalid", "a node is missing")
        self.passed.setdefault(hash_, self.by_hash[hash_])
        return rlp.decode(self.by_hash[hash_])

    def _child(self, item, rest):
        if item == b"":
            return None
        if isinstance(item, list):
            return self._read(item, rest)
        return self._read(self._node(rlp.fixed(item, 32)), rest)

    def _read(self, node, rest):
        if isinstance(node, list) and len(node) == 17:
            return self._child(node[rest[0]], rest[1:]) if rest else _value(node[16])
        if not isinstance(node, list) or len(node) != 2:
            raise Fault("proof-invalid", "no node")
        path, is_leaf = _path(node[0])
        if is_leaf:
            return _value(node[1]) if path == rest else None
        return self._child(node[1], rest[len(path) :]) if path == rest[: len(path)] else None
