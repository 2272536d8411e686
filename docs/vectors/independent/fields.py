"""The kinds of fields that records have, each a check that refuses what is none (section 11)."""

import re

from fault import Fault


def _refuse(where, what):
    raise Fault("schema-invalid", f"{where}: {what}")


def text(low=0, high=None):
    """A text of so many code points."""

    def check(value, where):
        if not isinstance(value, str) or len(value) < low or (high is not None and len(value) > high):
            _refuse(where, f"a text of {low} to {high} code points")

    return check


def pattern(expression):
    compiled = re.compile(expression)

    def check(value, where):
        if not isinstance(value, str) or not compiled.fullmatch(value):
            _refuse(where, expression)

    return check


def integer(low, high):
    def check(value, where):
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            _refuse(where, f"an integer from {low} to {high}")

    return check


def one_of(*values):
    def check(value, where):
        if not any(type(value) is type(one) and value == one for one in values):
            _refuse(where, f"one of {values}")

    return check


def boolean(value, where):
    if not isinstance(value, bool):
        _refuse(where, "true or false")


def nullable(shape):
    def check(value, where):
        if value is not None:
            shape(value, where)

    return check


def rows(shape, low=0, high=None):
    def check(value, where):
        if not isinstance(value, list) or len(value) < low or (high is not None and len(value) > high):
            _refuse(where, f"a list of {low} to {high}")
        for i, item in enumerate(value):
            shape(item, f"{where}[{i}]")

    return check


def record(optional=(), **fields):
    def check(value, where):
        if not isinstance(value, dict):
            _refuse(where, "an object")
        for key in value:
            if key not in fields:
                _refuse(f"{where}.{key}", "an unknown field")
        for key, shape in fields.items():
            if key in value:
                shape(value[key], f"{where}.{key}")
            elif key not in optional:
                _refuse(f"{where}.{key}", "missing")

    return check


def by_id(shapes):
    """A record of the shape that its id names."""

    def check(value, where):
        name = value.get("id") if isinstance(value, dict) else None
        if not isinstance(name, str) or name not in shapes:
            _refuse(f"{where}.id", f"one of {tuple(shapes)}")
        shapes[name](value, where)

    return check


def table(shape):
    def check(value, where):
        if not isinstance(value, dict):
            _refuse(where, "an object")
        for key, item in value.items():
            shape(item, f"{where}.{key}")

    return check


ADDRESS = pattern("0x[0-9a-f]{40}")
BYTES32 = pattern("0x[0-9a-f]{64}")
FILE_HASH = pattern("sha256:[0-9a-f]{64}")
HEX = pattern("0x([0-9a-f]{2})*")
DECIMAL = pattern("0|[1-9][0-9]{0,77}")
SECONDS = integer(0, 2**32 - 1)
CHAIN = integer(1, 2**32)
NUMBER = integer(1, 999_999)
RANK = integer(1, 200)
PROTOCOL = one_of("verso/1")


def uint64(value, where):
    DECIMAL(value, where)
    if int(value) >= 2**64:
        _refuse(where, "beyond uint64")


def uint256(value, where):
    DECIMAL(value, where)
    if int(value) >= 2**256:
        _refuse(where, "beyond uint256")


def not_zero(value, where):
    DECIMAL(value, where)
    if value == "0":
        _refuse(where, "a zero")
