"""Ballots one by one, and the ballot set of a round: sections 4 and 5."""

import re

import shapes
import typed
from canonical import assert_text, canonical, parse
from fault import Fault
from trees import inclusion_holds, leaf_hash, sha

_INLINE, _TEXT, _LEAF = 2048, 131_072, 8192
_LONG = re.compile(r"sha256:[0-9a-f]{64} n=[1-9][0-9]*")
_APPROVAL = re.compile(r"#[1-9][0-9]{0,5}(?: #[1-9][0-9]{0,5})*")
_AGENT = re.compile(r"(?:[a-z0-9][a-z0-9._-]{0,63})?")
_LEAD, _STEP = 120, 1000


def field_of(text):
    """What the signed field says for a text of choices."""
    data = text.encode("utf-8")
    if len(data) <= _INLINE:
        return text
    if len(data) > _TEXT:
        raise Fault("choices-too-long")
    return f"sha256:{sha(data).hex()} n={len(text.split(' '))}"


def resolve(field, text=None):
    """The full text behind a signed field."""
    long = bool(_LONG.fullmatch(field))
    if long and text is None:
        raise Fault("choices-text-missing")
    full = field if text is None else text
    if field_of(full) == field and long == (text is not None):
        return full
    raise Fault("choices-too-long" if text is None else "choices-text-mismatch")


def approval(text, most, candidates):
    """The works that an approval names."""
    if text == "-":
        return []
    if not _APPROVAL.fullmatch(text):
        raise Fault("choices-malformed", text[:60])
    numbers = [int(choice[1:]) for choice in text.split(" ")]
    if any(a >= b for a, b in zip(numbers, numbers[1:])):
        raise Fault("choices-order")
    if numbers[-1] > candidates:
        raise Fault("choices-unknown")
    if len(numbers) > most:
        raise Fault("choices-too-many")
    return numbers


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


def verify(round_, post, accepted_at, last):
    """A ballot whole. @returns its voter, sequence and numbers."""
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
    text = resolve(ballot["choices"], post.get("text"))
    numbers = approval(text, rules["limits"]["maxChoices"], round_["candidates"])
    _check_moment(rules, ballot, accepted_at)
    digest = typed.digest("Ballot", post["signingChain"], rules["collection"], ballot)
    if typed.signer(digest, post["signature"]) != ballot["voter"]:
        raise Fault("signature-mismatch")
    sequence = int(ballot["sequence"])
    if sequence <= last:
        raise Fault("sequence-used")
    if sequence > last + _STEP:
        raise Fault("sequence-too-high")
    return {"voter": ballot["voter"], "sequence": sequence, "numbers": numbers}


def check_leaf(leaf):
    """Shape and size of a leaf. @returns its canonical bytes."""
    shapes.LEAF(leaf, "leaf")
    bare = {key: value for key, value in leaf.items() if key != "text"}
    if len(canonical(bare)) > _LEAF or len(leaf.get("text", "").encode("utf-8")) > _TEXT:
        raise Fault("bundle-too-large")
    return canonical(leaf)


def ballot_set(round_, leaves, posted):
    """Sealed log, then posted ones. @returns ballots, and (index, code) of leaves that should not be there."""
    ballots, faults, last = [], [], {}

    def take(post, accepted_at):
        check_post(post)
        voter = post["ballot"]["voter"]
        ballots.append(verify(round_, post, accepted_at, last.get(voter, 0)))
        last[voter] = ballots[-1]["sequence"]

    for index, leaf in enumerate(leaves):
        post = {key: leaf[key] for key in ("signingChain", "ballot", "signature", "text") if key in leaf}
        try:
            take(post, leaf["acceptedAt"])
        except Fault as fault:
            faults.append((index, fault.code))
    for row in posted:
        try:
            take(parse(typed.raw(row["ballot"])), row["anchor"]["blockTime"])
        except Fault:
            pass
    return ballots, faults


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
