"""EIP-712 digests of the signed statements, and signatures: section 4."""

import re

import secp256k1
from fault import Fault
from keccak import keccak256

TYPES = {
    "Ballot": "bytes32 round,bytes32 candidateRoot,address voter,string method,string choices,string note,"
    "uint64 sequence,uint64 issuedAt,uint64 validUntil,string agent",
    "Head": "bytes32 round,uint64 size,bytes32 root,uint64 signedAt",
    "Refusal": "bytes32 round,bytes32 ballotDigest,string code,uint64 evidenceBlock,uint64 at",
    "Brief": "bytes32 round,address creator,string prompt,bytes32 promptHash,string style,string traits,"
    "string licence,address royaltyReceiver,uint32 count,bytes32 nonce,uint64 deadline",
}
_DOMAIN = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
MAX_SIGNATURE = 8192


def raw(hexadecimal):
    return bytes.fromhex(hexadecimal[2:])


def word(kind, value):
    """One value in 32 bytes."""
    if kind == "string":
        return keccak256(value.encode("utf-8"))
    if kind.startswith("uint"):
        return int(value).to_bytes(32, "big")
    return raw(value).rjust(32, b"\0")


def digest(kind, chain_id, collection, message):
    fields = [field.split(" ") for field in TYPES[kind].split(",")]
    body = keccak256(f"{kind}({TYPES[kind]})".encode("ascii"))
    body += b"".join(word(type_, message[name]) for type_, name in fields)
    domain = keccak256(_DOMAIN.encode("ascii")) + keccak256(b"Verso") + keccak256(b"1")
    domain += word("uint256", chain_id) + word("address", collection)
    return keccak256(b"\x19\x01" + keccak256(domain) + keccak256(body))


def signer(hash_, signature):
    """The account behind a signature, lower case."""
    if not re.fullmatch(r"0x([0-9a-f]{2})*", signature):
        raise Fault("signature-malformed", "not hex")
    data = raw(signature)
    if len(data) > MAX_SIGNATURE:
        raise Fault("signature-too-large")
    if len(data) != 65:
        raise Fault("signature-malformed", f"{len(data)} bytes")
    r, s, v = int.from_bytes(data[:32], "big"), int.from_bytes(data[32:64], "big"), data[64]
    if v not in (27, 28) or not 0 < r < secp256k1.ORDER or not 0 < s < secp256k1.ORDER:
        raise Fault("signature-malformed", "a figure is outside its bounds")
    if s > secp256k1.HALF_ORDER:
        raise Fault("signature-high-s")
    found = secp256k1.recover(hash_, r, s, v - 27)
    if found is None:
        raise Fault("signature-malformed", "no account has this signature")
    return "0x" + found.hex()
