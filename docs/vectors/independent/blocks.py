"""Recorded blocks: a header and the logs of some receipts, proven by its hash (section 9)."""

import rlp
from fault import Fault
from keccak import keccak256
from tries import Nodes
from typed import raw


def _hex(data):
    return "0x" + data.hex()


def header_of(data):
    """What the protocol reads of a header, under its hash."""
    fields = rlp.row(rlp.decode(data), 15)
    return {
        "number": str(rlp.integer(fields[8])),
        "hash": _hex(keccak256(data)),
        "parentHash": _hex(rlp.fixed(fields[0], 32)),
        "timestamp": rlp.integer(fields[11]),
        "stateRoot": _hex(rlp.fixed(fields[3], 32)),
        "receiptsRoot": _hex(rlp.fixed(fields[5], 32)),
    }


def _log(item):
    fields = rlp.row(item, 3)
    if len(fields) != 3 or not isinstance(fields[2], bytes):
        raise Fault("proof-invalid", "no log")
    return {
        "address": _hex(rlp.fixed(fields[0], 20)),
        "topics": [_hex(rlp.fixed(topic, 32)) for topic in rlp.row(fields[1], 0)],
        "data": _hex(fields[2]),
    }


def _logs_of(receipt):
    if not receipt:
        raise Fault("proof-invalid", "the block has no such transaction")
    payload = receipt[1:] if receipt[0] < 0xC0 else receipt
    return [_log(item) for item in rlp.row(rlp.row(rlp.decode(payload), 4)[3], 0)]


def read_block(row):
    """@returns the facts of a header and the logs of the receipts that a line of after/proofs.jsonl proves"""
    facts = header_of(raw(row["header"]))
    if facts["number"] != row["number"]:
        raise Fault("proof-invalid", "another block's header")
    nodes, root = Nodes([raw(node) for node in row["nodes"]]), raw(facts["receiptsRoot"])
    logs, last, free = [], -1, 0
    for transaction in row["transactions"]:
        if transaction["index"] <= last or transaction["logIndex"] < free:
            raise Fault("proof-invalid", "transactions out of order, or logs that overlap")
        key = rlp.encode(rlp.integer_bytes(transaction["index"]))
        found = _logs_of(nodes.get(root, key))
        at = transaction["logIndex"]
        logs += [{**log, "txHash": transaction["hash"], "logIndex": at + i} for i, log in enumerate(found)]
        last, free = transaction["index"], at + len(found)
    if not nodes.in_order():
        raise Fault("proof-invalid", "other nodes than those passed, or in another order")
    return {**facts, "logs": logs}
