"""Ballots one by one, and the ballot set of a round: sections 4 and 5."""

import re

import choices
import shapes
import typed
from canonical import assert_text, canonical, parse
from fault import Fault
from trees import inclusion_holds, leaf_hash

_LEAF = 8192
_AGENT = re.compile(r"(?:[a-z0-9][a-z0-9._-]{0,63})?")
_LEAD, _STEP = 120, 1000


def _check_words(ballot):
    try:
        assert_text(ballot["note"])
    except Fault as fault:
        raise Fault("ballot-note", str(fault))
    if len(ballot["note"].encode("utf-8")) > 500:
        raise Fault("ballot-note", "too long")
    if not _AGENT.fullmatch(ballot["agent"]):
        raise Fault("ballot-agent")


def _check_moment(rules, ballot, accepted_at):
    if not rules["opensAt"] <= accepted_at < rules["closesAt"]:
        raise Fault("ballot-window")
    if int(ballot["issuedAt"]) > accepted_at + _LEAD:
        raise Fault("ballot-issued-in-future")
    if accepted_at > int(ballot["validUntil"]):
        raise Fault("ballot-expired")


def check_post(post):
    shapes.POST(post, "ballot")
    if (len(post["signature"]) - 2) // 2 > typed.MAX_SIGNATURE:
        raise Fault("signature-too-large")


_WRAPPED = "6492" * 16


def route(digest, voter, signature):
    """Who can say whether a signature holds. @returns "ecdsa", or the kind of contract and the fault if none does"""
    if signature.endswith(_WRAPPED):
        return "erc6492", Fault("signature-mismatch")
    try:
        if typed.signer(digest, signature) == voter:
            return "ecdsa", None
        return "erc1271", Fault("signature-mismatch")
    except Fault as fault:
        return "erc1271", fault


def weighing_chains(rules):
    return {one.get("chainId", rules["chainId"]) for one in rules["strategies"]} or {rules["chainId"]}


def _settle(rules, check, kind, fault):
    """Holds what a leaf says of its signature against what could be said. @returns the chain of a contract"""
    if kind == "ecdsa" or check["kind"] == "ecdsa":
        if fault is not None:
            raise fault
        if check["kind"] != kind:
            raise Fault("signature-check")
        return None
    if check["kind"] != kind or check["chainId"] not in weighing_chains(rules):
        raise Fault("signature-check")
    return check["chainId"]


class Open(Exception):
    """A posted ballot that only the chain can judge: no key signed it."""


BY_KEY = {"kind": "ecdsa"}


def verify(round_, post, accepted_at, last, check=BY_KEY):
    """A ballot whole; `check` is what its leaf says, None for a posted one. @returns voter, sequence, choices, chain."""
    rules, ballot = round_["rules"], post["ballot"]
    if ballot["round"] != round_["id"]:
        raise Fault("ballot-round")
    if ballot["candidateRoot"] != round_["candidateRoot"]:
        raise Fault("ballot-root")
    if ballot["method"] != rules["method"]:
        raise Fault("ballot-method")
    if post["signingChain"] not in rules["signingChains"]:
        raise Fault("ballot-chain")
    _check_words(ballot)
    text = choices.resolve(ballot["choices"], post.get("text"))
    seed = {"roundId": round_["id"], "openingBlock": round_["openingBlock"], "voter": ballot["voter"]}
    chosen = choices.read(rules["method"], text, rules["limits"], round_["candidates"], seed)
    _check_moment(rules, ballot, accepted_at)
    digest = typed.digest("Ballot", post["signingChain"], rules["collection"], ballot)
    kind, fault = route(digest, ballot["voter"], post["signature"])
    if check is None and kind != "ecdsa":
        raise Open(ballot["voter"])
    chain = _settle(rules, check or BY_KEY, kind, fault)
    sequence = int(ballot["sequence"])
    if sequence <= last:
        raise Fault("sequence-used")
    if sequence > last + _STEP:
        raise Fault("sequence-too-high")
    return {"voter": ballot["voter"], "sequence": sequence, "chain": chain, **chosen}


def check_leaf(leaf):
    """Shape and size of a leaf. @returns its canonical bytes."""
    shapes.LEAF(leaf, "leaf")
    bare = {key: value for key, value in leaf.items() if key != "text"}
    if len(canonical(bare)) > _LEAF or len(leaf.get("text", "").encode("utf-8")) > choices.TEXT_LIMIT:
        raise Fault("bundle-too-large")
    return canonical(leaf)


def ballot_set(round_, leaves, posted):
    """Sealed log, then posted ones.

    @returns ballots, (index, code) of leaves that should not be there, voters of posted ones that only the chain judges
    """
    ballots, faults, open_, last = [], [], set(), {}

    def take(post, accepted_at, check):
        check_post(post)
        voter = post["ballot"]["voter"]
        ballots.append(verify(round_, post, accepted_at, last.get(voter, 0), check))
        last[voter] = ballots[-1]["sequence"]

    for index, leaf in enumerate(leaves):
        post = {key: leaf[key] for key in ("signingChain", "ballot", "signature", "text") if key in leaf}
        try:
            take(post, leaf["acceptedAt"], leaf["check"])
            ballots[-1]["index"] = index
        except Fault as fault:
            faults.append((index, fault.code))
    for row in posted:
        try:
            take(parse(typed.raw(row["ballot"])), row["anchor"]["blockTime"], None)
        except Open as unknown:
            open_.add(str(unknown))
        except Fault:
            pass
    return ballots, faults, open_


_PARENT = re.compile(r"Parent:\s*(sha256:[0-9a-f]{64})")


def parent_of_brief(traits):
    """The work that a brief asks variations of, or None."""
    entries = [entry.strip() for entry in re.split(r"[;\n]", traits)]
    named = [entry for entry in entries if re.match(r"Parent:\s*sha256:", entry)]
    if not named:
        return None
    only = _PARENT.fullmatch(named[0])
    if not only or len(named) > 1:
        raise Fault("brief-parent")
    return only.group(1)


def check_receipt(round_, operator, receipt):
    """A receipt without asking anybody. @returns the hash of its leaf"""
    shapes.RECEIPT(receipt, "receipt")
    leaf, head, rules = receipt["leaf"], receipt["head"], round_["rules"]
    if head["round"] != round_["id"] or leaf["ballot"]["round"] != round_["id"]:
        raise Fault("receipt-invalid")
    found, path = leaf_hash(check_leaf(leaf)), [typed.raw(one) for one in receipt["path"]]
    if not inclusion_holds(found, receipt["leafIndex"], int(head["size"]), path, typed.raw(head["root"])):
        raise Fault("proof-invalid")
    digest = typed.digest("Head", rules["chainId"], rules["collection"], head)
    try:
        signed = typed.signer(digest, receipt["headSignature"]) == operator
    except Fault:
        signed = False
    if not signed:
        raise Fault("head-signature")
    return found
