"""single/1, approval/1, weighted/1, quadratic/1 and score/1: section 7."""

from poll import by_score, margin_of

_WEIGHTS = {
    "single": lambda power, _: power,
    "approval": lambda power, _: power,
    "weighted": lambda power, share: power * share,
    "quadratic": lambda _, votes: votes,
    "score": lambda power, points: power * points,
}


def within_credits(rules, ballots):
    """The ballots of a quadratic round that count, and those that spend more than their voter has."""
    limits, within, overspent = rules["limits"], [], []
    for ballot in ballots:
        spent = sum(votes * votes for votes in ballot["values"])
        credits = min(limits["credits"], ballot["power"] // int(limits["creditUnit"]))
        if spent > credits:
            overspent.append({"account": ballot["voter"], "spent": str(spent), "credits": str(credits)})
        else:
            within.append(ballot)
    return within, sorted(overspent, key=lambda row: row["account"])


def rank(poll):
    """@returns the ranking, and what `count` says of it."""
    weight = _WEIGHTS[poll.rules["method"]]
    scores, supporters = dict.fromkeys(poll.standing, 0), dict.fromkeys(poll.standing, 0)
    for ballot in poll.ballots:
        for number, value in poll.named(ballot):
            scores[number] += weight(ballot["power"], value)
            supporters[number] += 1
    ranking = by_score(poll, scores, supporters)
    return ranking, _distribution(poll, ranking) if poll.rules["method"] == "score" else None


def _distribution(poll, ranking):
    most = poll.rules["limits"]["maxScore"]
    voters = {number: [0] * most for number in poll.standing}
    for ballot in poll.ballots:
        for number, points in poll.named(ballot):
            voters[number][points - 1] += 1
    rows = [{"number": row["number"], "voters": voters[row["number"]]} for row in ranking]
    return {"kind": "score", "maxScore": most, "distribution": rows}


def margin(ranking, inside, _):
    return margin_of(ranking, inside)
