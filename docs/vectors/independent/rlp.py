"""RLP, read strictly: one spelling of each value (Ethereum Yellow Paper, appendix B)."""

from fault import Fault


def _need(holds, what):
    if not holds:
        raise Fault("proof-invalid", what)


def _length(data, at, size):
    """A length of more than 55 bytes, itself written in `size` bytes."""
    digits = data[at : at + size]
    _need(len(digits) == size and digits[0] != 0, "a length cut short, or with a leading zero")
    length = int.from_bytes(digits, "big")
    _need(length > 55, "a long length that is short")
    return at + size, length


def _span(data, at):
    """Whether an item is a list, where its payload begins, and where it ends."""
    _need(at < len(data), "an item that is not there")
    first = data[at]
    if first < 0x80:
        return False, at, at + 1
    is_list = first >= 0xC0
    short = first - (0xC0 if is_list else 0x80)
    start, length = (at + 1, short) if short <= 55 else _length(data, at + 1, short - 55)
    _need(start + length <= len(data), "an item cut short")
    if not is_list and length == 1:
        _need(data[start] >= 0x80, "a byte that stands for itself")
    return is_list, start, start + length


def _items(data, start, end):
    items = []
    while start < end:
        item, start = _item(data, start)
        items.append(item)
    _need(start == end, "a list that ends within an item")
    return items


def _item(data, at):
    is_list, start, end = _span(data, at)
    return (_items(data, start, end) if is_list else data[start:end]), end


def decode(data):
    """@returns bytes, or a list of them and of lists"""
    try:
        item, end = _item(data, 0)
    except RecursionError:
        raise Fault("proof-invalid", "nested too deep")
    _need(end == len(data), "bytes behind the value")
    return item


def encode(item):
    """The one spelling of a value."""
    is_list = isinstance(item, list)
    data = b"".join(map(encode, item)) if is_list else item
    if not is_list and len(data) == 1 and data[0] < 0x80:
        return data
    base = 0xC0 if is_list else 0x80
    if len(data) <= 55:
        return bytes([base + len(data)]) + data
    size = integer_bytes(len(data))
    return bytes([base + 55 + len(size)]) + size + data


def integer_bytes(value):
    return value.to_bytes((value.bit_length() + 7) // 8, "big")


def integer(item):
    """A number, without leading zeros."""
    _need(isinstance(item, bytes) and item[:1] != b"\0", "no number")
    return int.from_bytes(item, "big")


def fixed(item, size):
    """Bytes of a known length."""
    _need(isinstance(item, bytes) and len(item) == size, f"not {size} bytes")
    return item


def row(item, least):
    """A list of at least so many items."""
    _need(isinstance(item, list) and len(item) >= least, f"no list of {least}")
    return item
