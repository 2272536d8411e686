"""Recorded storage: what accounts held of a token in the state of a block (section 9, EIP-1186)."""

import rlp
from fault import Fault
from keccak import keccak256
from tries import Nodes
from typed import raw, word

_SHIFT = {"votes-208": 48, "votes-224": 32}
_LAYOUTS = {"erc721-balance": ("balance",), "erc20-balance": ("balance",), "erc20-votes": tuple(_SHIFT)}


def layouts_of(strategy):
    """Layouts whose storage after the snapshot block says what a strategy gives."""
    return () if "times" in strategy["params"] else _LAYOUTS.get(strategy["id"], ())


def _slot(number):
    return (number % 2**256).to_bytes(32, "big")


def _held(layout, slot, account, read):
    place = keccak256(word("address", account) + _slot(slot))
    found = read(place)
    if layout == "balance" or found == 0:
        return found
    return read(_slot(int.from_bytes(keccak256(place), "big") + found - 1)) >> _SHIFT[layout]


def read_powers(state_root, token, accounts, proof):
    """@returns the hash of the token's code, what each account held, and whether the nodes are those passed"""
    if int(proof["slot"]) >= 2**256:
        raise Fault("proof-invalid", "a slot beyond 32 bytes")
    state = Nodes([raw(node) for node in proof["account"]])
    record = state.get(raw(state_root), keccak256(raw(token)))
    if record is None:
        raise Fault("proof-invalid", "no such token")
    fields = rlp.row(rlp.decode(record), 4)
    root, code = rlp.fixed(fields[2], 32), rlp.fixed(fields[3], 32)
    storage = Nodes([raw(node) for node in proof["storage"]])

    def read(slot):
        value = storage.get(root, keccak256(slot))
        return 0 if value is None else rlp.integer(rlp.decode(value))

    held = [_held(proof["layout"], int(proof["slot"]), account, read) for account in accounts]
    return {
        "codeHash": "0x" + code.hex(),
        "held": [str(one) for one in held],
        "inOrder": state.in_order() and storage.in_order(),
    }
