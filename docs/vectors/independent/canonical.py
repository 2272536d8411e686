"""One spelling of each JSON value (RFC 8785), for the values that the protocol allows: section 2."""

import json
import unicodedata

from fault import Fault

MAX_DEPTH = 64
MAX_INTEGER = 2**53 - 1


class _Fraction(float):
    """A number that no file may hold."""


class _MinusZero(int):
    """-0, which is an integer and yet none that a file may hold."""


def _integer(text):
    if text == "-0":
        return _MinusZero(0)
    return int(text) if abs(int(text)) <= MAX_INTEGER else _Fraction(int(text))


def _number(text):
    value = float(text)
    if value == 0 and text.startswith("-"):
        return _MinusZero(0)
    exact = value.is_integer() and abs(value) <= MAX_INTEGER
    return int(value) if exact else _Fraction(value)


def _constant(text):
    raise Fault("json-invalid", text)


def assert_text(text):
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Fault("json-bad-text", "a lone surrogate")
    if "\ufeff" in text or "\0" in text or not unicodedata.is_normalized("NFC", text):
        raise Fault("json-bad-text", repr(text[:40]))


def _assert_value(value, depth=0):
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, str):
        assert_text(value)
    elif isinstance(value, (_Fraction, _MinusZero)):
        raise Fault("json-bad-number")
    elif isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise Fault("json-bad-number")
    elif depth >= MAX_DEPTH:
        raise Fault("json-too-deep")
    elif isinstance(value, list):
        for item in value:
            _assert_value(item, depth + 1)
    else:
        for key, item in value.items():
            assert_text(key)
            _assert_value(item, depth + 1)


def _write(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(_write, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(f"{_write(key)}:{_write(value[key])}" for key in keys) + "}"


def canonical(value):
    """The bytes of a value."""
    _assert_value(value)
    return _write(value).encode("utf-8")


def parse(data):
    """The value of bytes that must be its one spelling."""
    if data[:3] == b"\xef\xbb\xbf":
        raise Fault("json-bad-text", "a byte order mark")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Fault("json-bad-text", "not UTF-8")
    twice = []

    def members(pairs):
        keys = [key for key, _ in pairs]
        if len(set(keys)) != len(keys):
            twice.append(keys)
        return dict(pairs)

    try:
        value = json.loads(
            text,
            object_pairs_hook=members,
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_constant,
        )
    except RecursionError:
        raise Fault("json-too-deep")
    except ValueError as error:
        raise Fault("json-invalid", str(error))
    if canonical(value) != data:
        raise Fault("json-duplicate-key" if twice else "json-not-canonical")
    return value


def lines(data):
    """The rows of a .jsonl file as (bytes, value)."""
    rows = []
    while data:
        line, newline, data = data.partition(b"\n")
        if not newline:
            raise Fault("json-not-canonical", "the last line has no newline")
        rows.append((line, parse(line)))
    return rows
