"""pairwise/1: section 7. Python's floats are IEEE doubles and none of its operations are fused."""

from math import floor

from poll import by_score, margin_of

_WON, _SKIPPED = 2, 0
_SCALE, _LEAST_DIVISOR, _SHOWN, _PASSES = 10**6, 20, 40, 200


def _duels(ballot):
    """The duels of a ballot that are not skipped, each as (first, second, value)."""
    numbers = ballot["numbers"]
    rows = zip(numbers[::2], numbers[1::2], ballot["values"])
    return [row for row in rows if row[2] != _SKIPPED]


class _Table:
    """Sides and outcomes of every pair, and who judged what."""

    def __init__(self, poll):
        self.sides, self.outcomes, self.duels = {}, {}, 0
        self.comparisons = dict.fromkeys(poll.standing, 0)
        self.voters = dict.fromkeys(poll.standing, 0)
        for ballot in poll.ballots:
            self._add(ballot, poll)

    def _add(self, ballot, poll):
        judged = _duels(ballot)
        weight = ballot["power"] * _SCALE // max(_LEAST_DIVISOR, len(judged))
        kept = [row for row in judged if poll.stands(row[0], row[1])]
        for first, second, value in kept:
            self._count(first, second, value, weight)
        for number in {number for row in kept for number in row[:2]}:
            self.voters[number] += 1

    def _count(self, first, second, value, weight):
        pair = (min(first, second), max(first, second))
        sides = self.sides.setdefault(pair, [0, 0])
        outcomes = self.outcomes.setdefault(pair, [0, 0, 0])
        if value == _WON:
            winner = pair.index(first)
            sides[winner] += 2 * weight
            outcomes[winner] += 1
        else:
            sides[0] += weight
            sides[1] += weight
            outcomes[2] += 1
        self.duels += 1
        for number in pair:
            self.comparisons[number] += 1

    def scaled(self):
        """@returns pairs as (low, high, side of low, side of high) in order, the divisor and the prior."""
        divisor = max((side for sides in self.sides.values() for side in sides), default=0) // 2**32 + 1
        pairs = [(*pair, *(side // divisor for side in self.sides[pair])) for pair in sorted(self.sides)]
        together = sum(low_side + high_side for _, _, low_side, high_side in pairs)
        return pairs, divisor, max(1, together // (2 * self.duels)) if self.duels else 1


def _strengths(pairs, prior):
    """Bradley–Terry strengths by minorisation–maximisation; sums of doubles go term by term."""
    won = {}
    for low, high, low_side, high_side in pairs:
        won[low] = won.get(low, 0) + low_side
        won[high] = won.get(high, 0) + high_side
    strength = dict.fromkeys(won, 1.0)
    meetings = [(low, high, float(low_side + high_side)) for low, high, low_side, high_side in pairs]
    top = {number: float(won[number]) + float(prior) for number in won}
    twice = 2.0 * float(prior)
    for _ in range(_PASSES):
        expected = dict.fromkeys(won, 0.0)
        for low, high, together in meetings:
            rate = together / (strength[low] + strength[high])
            expected[low] += rate
            expected[high] += rate
        for number, rate in expected.items():
            if rate != 0.0:
                strength[number] = top[number] / (rate + twice / (strength[number] + 1.0))
    return strength


def rank(poll):
    """@returns the ranking, and what `count` says of it."""
    limits, table = poll.rules["limits"], _Table(poll)
    pairs, divisor, prior = table.scaled()
    strength, scores = _strengths(pairs, prior), dict.fromkeys(poll.standing, 0)
    for number in strength:
        enough = table.comparisons[number] >= limits["minComparisons"]
        if enough and table.voters[number] >= limits["minVoters"]:
            scores[number] = floor(strength[number] * 1_000_000.0)
    ranking = by_score(poll, scores, table.voters)
    count = {
        "kind": "pairwise",
        "duels": table.duels,
        "divisor": str(divisor),
        "prior": str(prior),
        "comparisons": [{"number": row["number"], "duels": table.comparisons[row["number"]]} for row in ranking],
        "pairs": _shown(table, [row["number"] for row in ranking[:_SHOWN]]),
    }
    return ranking, count


def _shown(table, first):
    """Every pair with a duel among the first of the ranking."""
    rows = []
    for at, a in enumerate(first):
        for b in first[at + 1 :]:
            pair = (min(a, b), max(a, b))
            if pair in table.outcomes:
                by_low, by_high, tied = table.outcomes[pair]
                won = (by_low, by_high) if a < b else (by_high, by_low)
                rows.append({"a": a, "b": b, "wonByA": won[0], "wonByB": won[1], "tied": tied})
    return rows


def margin(ranking, inside, _):
    if inside < len(ranking) and ranking[inside]["place"] is None:
        return None
    return margin_of(ranking, inside)
