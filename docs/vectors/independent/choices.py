"""What a ballot chooses, by method, and the long form of its text: section 4."""

import re

from duel_queue import SKIPPED, TIED, duels
from fault import Fault
from trees import sha

_INLINE, TEXT_LIMIT = 2048, 131_072
_LONG = re.compile(r"sha256:[0-9a-f]{64} n=[1-9][0-9]*")
_FIGURE = r"[1-9][0-9]{0,5}"
_WORK = f"#{_FIGURE}"
_WON, _TIED, _SKIPPED = 2, 1, 0
_MARKS = {">": _WON, "=": _TIED, "?": _SKIPPED}


def field_of(text):
    """What the signed field says for a text of choices."""
    data = text.encode("utf-8")
    if len(data) <= _INLINE:
        return text
    if len(data) > TEXT_LIMIT:
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


def _refuse_if(holds, code):
    if holds:
        raise Fault(code)


def _rows(text, part, between=" "):
    """The parts of a text, each as the groups that its expression catches."""
    plain = part.replace("(", "(?:")
    if not re.fullmatch(f"{plain}(?:{between}{plain})*", text):
        raise Fault("choices-malformed", text[:60])
    return [re.fullmatch(part, one).groups() for one in text.split(between)]


def _check_works(numbers, chosen, limits, candidates):
    _refuse_if(max(numbers) > candidates, "choices-unknown")
    _refuse_if(chosen > limits["maxChoices"], "choices-too-many")


def _check_ascending(numbers):
    _refuse_if(any(a >= b for a, b in zip(numbers, numbers[1:])), "choices-order")


def _listed(text, limits, candidates, _):
    numbers = [int(number) for (number,) in _rows(text, f"#({_FIGURE})")]
    _check_ascending(numbers)
    _check_works(numbers, len(numbers), limits, candidates)
    return numbers, []


def _valued(check):
    """Works with a figure beside each."""

    def read(text, limits, candidates, _):
        rows = [(int(number), int(value)) for number, value in _rows(text, f"#({_FIGURE})=({_FIGURE})")]
        numbers, values = [number for number, _ in rows], [value for _, value in rows]
        _check_ascending(numbers)
        _check_works(numbers, len(numbers), limits, candidates)
        check(values, limits)
        return numbers, values

    return read


def _check_shares(values, _):
    _refuse_if(max(values) > 100, "choices-range")
    _refuse_if(sum(values) != 100, "choices-sum")


def _check_votes(values, limits):
    _refuse_if(sum(value * value for value in values) > limits["credits"], "choices-budget")


def _check_points(values, limits):
    _refuse_if(max(values) > limits["maxScore"], "choices-range")


def _ranked(text, limits, candidates, _):
    numbers = [int(number) for (number,) in _rows(text, f"#({_FIGURE})", ">")]
    _refuse_if(len(set(numbers)) != len(numbers), "choices-duplicate")
    _check_works(numbers, len(numbers), limits, candidates)
    return numbers, []


def _check_queue(rows, queue):
    answer = None
    for first, second, value in rows:
        try:
            pair = queue.send(answer)
        except StopIteration:
            raise Fault("choices-queue", "the queue has ended")
        _refuse_if(pair != (min(first, second), max(first, second)), "choices-queue")
        answer = {_WON: first, _TIED: TIED, _SKIPPED: SKIPPED}[value]


def _duels(text, limits, candidates, seed):
    found = _rows(text, f"#({_FIGURE})([>=?])#({_FIGURE})")
    rows = [(int(first), int(second), _MARKS[mark]) for first, mark, second in found]
    for first, second, value in rows:
        _refuse_if(first == second, "choices-duplicate")
        _refuse_if(value != _WON and first > second, "choices-order")
    numbers = [number for first, second, _ in rows for number in (first, second)]
    _check_works(numbers, len(rows), limits, candidates)
    _check_queue(rows, duels(seed["roundId"], seed["openingBlock"], seed["voter"], candidates))
    return numbers, [value for _, _, value in rows]


_READERS = {
    "single": _listed,
    "approval": _listed,
    "weighted": _valued(_check_shares),
    "quadratic": _valued(_check_votes),
    "score": _valued(_check_points),
    "ranked": _ranked,
    "pairwise": _duels,
}


def read(method, text, limits, candidates, seed=None):
    """What a text says by a method; `seed` {roundId, openingBlock, voter} is that of the voter's queue.

    @returns numbers, and the figures beside them: 2, 1, 0 for a duel won, tied, skipped
    """
    numbers, values = ([], []) if text == "-" else _READERS[method](text, limits, candidates, seed)
    return {"numbers": numbers, "values": values}
