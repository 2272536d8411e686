"""The events of a round, decoded from the logs of its collection: section 9."""

import re

from keccak import keccak256
from typed import raw

_DECLARED = (
    "RoundOpened(bytes32 indexed roundId,uint32 indexed roundIndex,(bytes32 roundId,bytes32 candidateRoot,"
    "uint32 candidateCount,uint40 opensAt,uint40 closesAt,uint16 sealGrace,uint32 challengeSeconds,"
    "bytes32 licenceHash,bytes32 c2paRoot,address royaltyReceiver,uint16 royaltyBps) opening,"
    "address director,address guardian,address operator)",
    "HeadAnchored(bytes32 indexed roundId,uint40 size,bytes32 root,uint40 signedAt,bytes signature)",
    "BallotPosted(bytes32 indexed roundId,bytes ballot)",
    "CandidateVoided(bytes32 indexed roundId,uint32 number,bytes32 reason)",
    "RoundCancelled(bytes32 indexed roundId,bytes32 reason)",
    "RoundClosed(bytes32 indexed roundId,uint8 closes,bytes32 resultHash,bytes32 winnersRoot,bytes32 sharesRoot,"
    "uint128 sharesTotal,bytes32 bundleDigest,uint40 finalAt)",
    "WinnerMinted(bytes32 indexed roundId,uint32 rank,uint32 number,bytes32 tokenDigest,address recipient)",
    "OperatorRotated(bytes32 indexed roundId,address operator,address formerOperator,uint40 size)",
    "RoundFrozen(bytes32 indexed roundId,address operator,uint8 evidence,uint64 size,bytes32 signedRoot,"
    "bytes32 otherRoot)",
    "FreezeLifted(bytes32 indexed roundId,bytes32 reason,uint40 finalAt)",
)


def _topic(declared):
    """Keccak-256 of the name with plain types; a tuple keeps its parentheses."""
    plain = re.sub(r"\) \w+(?=[,)])", ")", re.sub(r"(\w+)(?: indexed)? \w+", r"\1", declared))
    return "0x" + keccak256(plain.encode("ascii")).hex()


_EVENTS = {
    _topic(declared): (declared.split("(")[0], re.findall(r"(\w+)( indexed)? (\w+)", declared))
    for declared in _DECLARED
}


def _word(data, at):
    found = data[at : at + 32]
    if len(found) != 32:
        raise ValueError("data cut short")
    return found


def _static(kind, found):
    """One word as a number or as hex."""
    number = int.from_bytes(found, "big")
    bits = {"address": 160, "bytes32": 256}.get(kind) or int(kind[4:])
    if number >> bits:
        raise ValueError(f"beyond {kind}")
    return number if kind.startswith("uint") else f"0x{number:0{bits // 4}x}"


def _bytes(data, head):
    """The one dynamic field there is, always the last: its offset, its size, itself, zeros to the next word."""
    size = int.from_bytes(_word(data, head), "big")
    content, rest = data[head + 32 : head + 32 + size], data[head + 32 + size :]
    exact = int.from_bytes(_word(data, head - 32), "big") == head and len(content) == size
    if not exact or rest != bytes(-size % 32):
        raise ValueError("other bytes")
    return "0x" + content.hex()


def _fields(kinds, log):
    """Fields by name. The only tuple is static, so its fields lie in the data one after the other."""
    indexed = [field for field in kinds if field[1]]
    if len(log["topics"]) != 1 + len(indexed):
        raise ValueError("other topics")
    fields = {name: _static(kind, raw(topic)) for (kind, _, name), topic in zip(indexed, log["topics"][1:])}
    data, plain = raw(log["data"]), [field for field in kinds if not field[1]]
    head = 32 * len(plain)
    for at, (kind, _, name) in enumerate(plain):
        fields[name] = _bytes(data, head) if kind == "bytes" else _static(kind, _word(data, 32 * at))
    if plain[-1][0] != "bytes" and len(data) != head:
        raise ValueError("data to spare")
    return fields


def _anchor(block, log):
    return {
        "blockNumber": block["number"],
        "blockHash": block["hash"],
        "blockTime": block["timestamp"],
        "txHash": log["txHash"],
        "logIndex": log["logIndex"],
    }


def events_of(blocks, collection, round_id):
    """@returns the events of a round in chain order: their fields by name, under `event` and `anchor`"""
    found = []
    for block in sorted(blocks, key=lambda block: int(block["number"])):
        for log in block["logs"]:
            if log["address"] != collection or log["topics"][1:2] != [round_id] or log["topics"][0] not in _EVENTS:
                continue
            name, kinds = _EVENTS[log["topics"][0]]
            try:
                found.append({**_fields(kinds, log), "event": name, "anchor": _anchor(block, log)})
            except ValueError:
                # No event of this contract.
                continue
    return found
