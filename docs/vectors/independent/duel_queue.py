"""The queue of duels that a voter is asked in a pairwise round: section 4."""

from trees import sha, tagged
from typed import raw

TIED, SKIPPED = "tied", "skipped"


def _words(root, lap):
    """The draws of a lap: 32-bit words, eight a hash."""
    counter = 0
    while True:
        block = sha(root + lap.to_bytes(4, "big") + counter.to_bytes(4, "big"))
        for at in range(0, 32, 4):
            yield int.from_bytes(block[at : at + 4], "big")
        counter += 1


def _below(bound, words):
    limit = 2**32 // bound * bound
    return next(word for word in words if word < limit) % bound


def _order(root, lap, works):
    """The numbers of all works in the order of one lap."""
    numbers, words = list(range(1, works + 1)), _words(root, lap)
    for i in range(works):
        other = i + _below(works - i, words)
        numbers[i], numbers[other] = numbers[other], numbers[i]
    return numbers


def _pair(one, other):
    return min(one, other), max(one, other)


def _lap(waiting, met):
    """Yields the duels of one lap."""
    standing = waiting.pop(0) if waiting else None
    while standing is not None:
        new = (at for at, work in enumerate(waiting) if _pair(standing, work) not in met)
        at = next(new, None)
        answer = SKIPPED
        if at is not None:
            pair = _pair(standing, waiting.pop(at))
            met.add(pair)
            answer = yield pair
        if answer == SKIPPED:
            standing = waiting.pop(0) if waiting else None
        elif answer != TIED:
            standing = answer


def duels(round_id, opening_block, voter, works):
    """Yields pairs, the lower number first; each is answered with the winner's number, TIED or SKIPPED."""
    root = tagged("pairs", raw(round_id), raw(opening_block), raw(voter))
    met, lap, before = set(), 0, -1
    while len(met) > before:
        before = len(met)
        yield from _lap(_order(root, lap, works), met)
        lap += 1
