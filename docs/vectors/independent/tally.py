"""approval/1: section 7."""

from fault import Fault
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


def _weigh(ballots, powers):
    weighed = []
    for ballot in ballots:
        if ballot["voter"] not in powers:
            raise Fault("power-invalid")
        if powers[ballot["voter"]] > 0:
            weighed.append((powers[ballot["voter"]], ballot["numbers"]))
    return weighed


def _decided_by(rows, index):
    row = rows[index]
    if row["score"] == 0:
        return None
    around = rows[max(0, index - 1) : index] + rows[index + 1 : index + 2]
    equal = [other for other in around if other["score"] == row["score"]]
    if any(other["supporters"] == row["supporters"] for other in equal):
        return "lot"
    return "supporters" if equal else "score"


def _ranking(standing, counted, lots):
    support = {number: [0, 0] for number in standing}
    for power, numbers in counted:
        for number in numbers:
            if number in support:
                support[number][0] += power
                support[number][1] += 1
    rows = [{"number": n, "score": s, "supporters": k} for n, (s, k) in support.items()]
    rows.sort(key=lambda row: row["number"])
    rows.sort(key=lambda row: (-row["score"], -row["supporters"], lots(row) if row["score"] else b""))
    return [
        {
            "place": index + 1 if row["score"] else None,
            "number": row["number"],
            "score": str(row["score"]),
            "supporters": row["supporters"],
            "decidedBy": _decided_by(rows, index),
        }
        for index, row in enumerate(rows)
    ]


def tally(rules, round_id, candidates, voids, ballots, powers, tie_seed):
    """What result.json says, without protocol, roundId and inputs."""
    if tie_seed["timestamp"] < rules["closesAt"] or tie_seed["parentTimestamp"] >= rules["closesAt"]:
        raise Fault("tie-seed-missing")
    voided = sorted({row["number"] for row in voids})
    content = {row["number"]: row["contentHash"] for row in candidates if row["number"] not in voided}
    counted = _weigh(_current(ballots), powers)
    turnout = {
        "ballots": len(ballots),
        "voters": len(counted),
        "power": str(sum(power for power, _ in counted)),
        "abstentions": sum(1 for _, numbers in counted if not numbers),
    }
    quorum = rules["quorum"]
    measured = turnout["voters"] if quorum["kind"] == "voters" else int(turnout["power"])
    reached = measured >= int(quorum["value"])
    ranking = _ranking(
        content, counted, lambda row: lot(round_id, tie_seed["blockHash"], content[row["number"]])
    )
    winners = [row for row in ranking if reached and row["place"] and row["place"] <= rules["places"]]
    inside, outside = len(winners), ranking[len(winners) :]
    margin = int(ranking[inside - 1]["score"]) - int(outside[0]["score"]) if inside and outside else None
    return {
        "method": rules["method"],
        "turnout": turnout,
        "quorum": {**quorum, "reached": reached},
        "tieSeed": tie_seed,
        "ranking": ranking,
        "winners": [{"rank": i + 1, "number": row["number"]} for i, row in enumerate(winners)],
        "margin": None if margin is None else str(margin),
        "voided": voided,
    }

