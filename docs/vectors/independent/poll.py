"""What every method counts: the works that stand, and the ballots with power, as they were signed."""


class Poll:
    """`standing` holds numbers, `ballots` {voter, power, numbers, values}, `lots(number)` the lot of a work."""

    def __init__(self, rules, standing, ballots, lots):
        self.rules, self.standing, self.ballots, self.lots = rules, sorted(standing), ballots, lots
        self._stand = frozenset(standing)

    def stands(self, *numbers):
        return self._stand.issuperset(numbers)

    def named(self, ballot):
        """The works of a ballot that stand, in its order, each with the figure beside it."""
        values = ballot["values"] or [None] * len(ballot["numbers"])
        return [row for row in zip(ballot["numbers"], values) if row[0] in self._stand]


def _decided_by(rows, index):
    row = rows[index]
    around = rows[max(0, index - 1) : index] + rows[index + 1 : index + 2]
    equal = [other for other in around if other["score"] == row["score"]]
    if any(other["supporters"] == row["supporters"] for other in equal):
        return "lot"
    return "supporters" if equal else "score"


def by_score(poll, scores, supporters):
    """The ranking by score, then supporters, then the lowest lot, or the number where the score is 0."""
    rows = [{"number": n, "score": scores[n], "supporters": supporters[n]} for n in poll.standing]
    lots = {row["number"]: poll.lots(row["number"]) if row["score"] else b"" for row in rows}
    rows.sort(key=lambda row: (-row["score"], -row["supporters"], lots[row["number"]]))
    return [
        {
            **row,
            "place": index + 1 if row["score"] else None,
            "decidedBy": _decided_by(rows, index) if row["score"] else None,
        }
        for index, row in enumerate(rows)
    ]


def margin_of(ranking, inside):
    """Score of the last winner less that of the first one outside, None without one of the two."""
    if not 0 < inside < len(ranking):
        return None
    return ranking[inside - 1]["score"] - ranking[inside]["score"]
