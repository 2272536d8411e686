"""What all methods count alike: section 7."""

import pairwise
import ranked
import scored
from fault import Fault
from poll import Poll
from trees import tagged
from typed import raw


def lot(round_id, block_hash, content_hash):
    return tagged("tie", round_id, raw(block_hash), bytes.fromhex(content_hash[7:]))


def _current(ballots):
    current = {}
    for ballot in ballots:
        before = current.get(ballot["voter"])
        if before is None or ballot["sequence"] > before["sequence"]:
            current[ballot["voter"]] = ballot
    return current.values()


def _weigh(ballots, powers, by_chain):
    weighed = []
    for ballot in ballots:
        if ballot["voter"] not in powers:
            raise Fault("power-invalid")
        power = powers[ballot["voter"]]
        # Of an account with a contract: by the chain that the contract was asked on.
        if ballot.get("chain") is not None:
            power = by_chain(ballot["voter"], ballot["chain"])
        if power > 0:
            weighed.append({"values": [], **ballot, "power": power})
    return weighed


def _turnout(ballots, counted):
    return {
        "ballots": len(ballots),
        "voters": len(counted),
        "power": str(sum(ballot["power"] for ballot in counted)),
        "abstentions": sum(1 for ballot in counted if not ballot["numbers"]),
    }


def _is_reached(quorum, turnout):
    return int(turnout[quorum["kind"]]) >= int(quorum["value"])


def _shown(row):
    return {**row, "score": str(row["score"])}


def tally(rules, round_id, candidates, voids, ballots, powers, tie_seed, by_chain=None):
    """What result.json says, without protocol, roundId and inputs; `by_chain` gives power by account and chain."""
    if tie_seed["timestamp"] < rules["closesAt"] or tie_seed["parentTimestamp"] >= rules["closesAt"]:
        raise Fault("tie-seed-missing")
    voided = sorted({row["number"] for row in voids})
    content = {row["number"]: row["contentHash"] for row in candidates if row["number"] not in voided}
    counted, count = _weigh(_current(ballots), powers, by_chain), None
    if rules["method"] == "quadratic":
        counted, overspent = scored.within_credits(rules, counted)
        count = {"kind": "quadratic", "overspent": overspent}
    turnout = _turnout(ballots, counted)
    reached = _is_reached(rules["quorum"], turnout)
    method = {"ranked": ranked, "pairwise": pairwise}.get(rules["method"], scored)
    poll = Poll(rules, content, counted, lambda number: lot(round_id, tie_seed["blockHash"], content[number]))
    ranking, more = method.rank(poll)
    count = count or more
    winners = [row for row in ranking if reached and row["place"] and row["place"] <= rules["places"]]
    margin = method.margin(ranking, len(winners), count)
    return {
        "method": rules["method"],
        "turnout": turnout,
        "quorum": {**rules["quorum"], "reached": reached},
        "tieSeed": tie_seed,
        "ranking": [_shown(row) for row in ranking],
        "winners": [{"rank": i + 1, "number": row["number"]} for i, row in enumerate(winners)],
        "margin": None if margin is None else str(margin),
        "voided": voided,
        **({"count": count} if count else {}),
    }
