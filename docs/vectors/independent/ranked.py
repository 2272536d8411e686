"""ranked/1, as instant runoff for one place and as single transferable vote for several: section 7."""

_UNIT = 10**9


class _Count:
    """The works in the count, the ballots on their way, and the rounds so far."""

    def __init__(self, poll, unit):
        self.poll, self.rounds, self.lost = poll, [], 0
        naming = [ballot for ballot in poll.ballots if poll.named(ballot)]
        self.ways = [[number for number, _ in poll.named(ballot)] for ballot in naming]
        self.weights = [ballot["power"] * unit for ballot in naming]
        self.supporters = dict.fromkeys(poll.standing, 0)
        for way in self.ways:
            for number in way:
                self.supporters[number] += 1
        self.inside = {number for number in poll.standing if self.supporters[number]}

    def first_of(self, way):
        return next((number for number in way if number in self.inside), None)

    def votes(self):
        """The votes of each work in the count, and the weight of exhausted ballots."""
        votes, exhausted = dict.fromkeys(sorted(self.inside), 0), 0
        for way, weight in zip(self.ways, self.weights):
            number = self.first_of(way)
            if number is None:
                exhausted += weight
            else:
                votes[number] += weight
        return votes, exhausted

    def extreme(self, among, votes, sign):
        """Who has the most (sign 1) or the least (-1), and what told them apart."""

        def best(equal, figure):
            top = max(sign * figure(number) for number in equal)
            return [number for number in equal if sign * figure(number) == top]

        equal = best(among, votes.get)
        if len(equal) == 1:
            return equal[0], "score"
        for earlier in reversed(self.rounds):
            equal = best(equal, earlier["votes"].get)
            if len(equal) == 1:
                return equal[0], "count-back"
        equal = best(equal, self.supporters.get)
        if len(equal) == 1:
            return equal[0], "supporters"
        lots = sorted(equal, key=self.poll.lots)
        return lots[0 if sign == 1 else -1], "lot"

    def settle(self, kind, votes, exhausted):
        """One round: its work is told by the votes, and leaves the count."""
        number, decided_by = self.extreme(sorted(self.inside), votes, 1 if kind == "elected" else -1)
        self.rounds.append(
            {
                "votes": votes,
                "exhausted": exhausted,
                "lost": self.lost,
                "decision": {"kind": kind, "number": number, "decidedBy": decided_by},
            }
        )
        return number

    def keep(self, number):
        """The ballots that lie with an elected work stay with it."""
        lie = [self.first_of(way) == number for way in self.ways]
        self.ways = [way for way, stays in zip(self.ways, lie) if not stays]
        self.weights = [weight for weight, stays in zip(self.weights, lie) if not stays]

    def transfer(self, number, votes, quota):
        """What is above the quota goes on with the ballots that lie with an elected work."""
        surplus, gone = votes - quota, 0
        for at, way in enumerate(self.ways):
            if self.first_of(way) == number:
                self.weights[at] = self.weights[at] * surplus // votes
                gone += self.weights[at]
        self.lost += surplus - gone


def _runoff(count):
    while count.inside:
        votes, exhausted = count.votes()
        if len(count.inside) <= 2:
            number = count.settle("elected", votes, exhausted)
            count.keep(number)
            count.inside.remove(number)
            return
        count.inside.remove(count.settle("eliminated", votes, exhausted))


def _transferable(count, places):
    quota, filled = sum(count.votes()[0].values()) // (places + 1) + 1, 0
    while count.inside and filled < places:
        votes, exhausted = count.votes()
        elects = max(votes.values()) >= quota or len(votes) <= places - filled
        number = count.settle("elected" if elects else "eliminated", votes, exhausted)
        if elects:
            filled += 1
            if votes[number] >= quota:
                count.transfer(number, votes[number], quota)
            else:
                count.keep(number)
        count.inside.remove(number)
    return quota


def _left(count):
    """Those in the count when the places are filled, by most votes."""
    votes, rows, inside = count.votes()[0], [], sorted(count.inside)
    while inside:
        number, decided_by = count.extreme(inside, votes, 1)
        if len(inside) == 1:
            before = rows[-1]["decidedBy"] if rows else count.rounds[-1]["decision"]["decidedBy"]
            decided_by = before
        rows.append({"number": number, "score": votes[number], "decidedBy": decided_by})
        inside.remove(number)
    return rows


def _ranking(count):
    settled = {"elected": [], "eliminated": []}
    for one in count.rounds:
        number, decided_by = one["decision"]["number"], one["decision"]["decidedBy"]
        row = {"number": number, "score": one["votes"][number], "decidedBy": decided_by}
        settled[one["decision"]["kind"]].append(row)
    rows = settled["elected"] + _left(count) + settled["eliminated"][::-1]
    named = {row["number"] for row in rows}
    ranking = [{**row, "place": index + 1} for index, row in enumerate(rows)]
    ranking += [
        {"number": number, "score": 0, "decidedBy": None, "place": None}
        for number in count.poll.standing
        if number not in named
    ]
    return [{**row, "supporters": count.supporters[row["number"]]} for row in ranking]


def _round(one):
    return {
        "totals": [{"number": number, "votes": str(votes)} for number, votes in one["votes"].items()],
        "exhausted": str(one["exhausted"]),
        "lost": str(one["lost"]),
        "decision": one["decision"],
    }


def rank(poll):
    """@returns the ranking, and what `count` says of it."""
    places = poll.rules["places"]
    count = _Count(poll, 1 if places == 1 else _UNIT)
    quota = _runoff(count) if places == 1 else str(_transferable(count, places))
    kind = "irv" if places == 1 else "stv"
    return _ranking(count), {"kind": kind, "quota": quota, "rounds": [_round(one) for one in count.rounds]}


def margin(ranking, inside, count):
    """Least votes of the winners less the most of the others, in the last round that has one of these."""
    winners = {row["number"] for row in ranking[:inside]}
    for one in reversed(count["rounds"]):
        votes = {row["number"]: int(row["votes"]) for row in one["totals"]}
        others = [votes[number] for number in votes if number not in winners]
        if others:
            won = [votes[number] for number in votes if number in winners]
            return min(won) - max(others) if won else None
    return None
