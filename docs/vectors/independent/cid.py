"""The addresses of section 2: UnixFS for pictures, raw for token documents."""

from base64 import b32encode

from trees import sha

_CHUNK = 262_144
_LINKS = 174
_RAW, _DAG_PB = 0x55, 0x70


def _cid(codec, data):
    return bytes((1, codec, 0x12, 0x20)) + sha(data)


def _text(cid):
    return "b" + b32encode(cid).decode("ascii").lower().rstrip("=")


def _varint(value):
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def _bytes_field(tag, data):
    return bytes((tag,)) + _varint(len(data)) + data


def _number_field(tag, value):
    return bytes((tag,)) + _varint(value)


def _parent(children):
    """A node over (cid, size of its subtree, bytes of content)."""
    links = b"".join(
        _bytes_field(0x12, _bytes_field(0x0A, cid) + _bytes_field(0x12, b"") + _number_field(0x18, total))
        for cid, total, _ in children
    )
    content = sum(child[2] for child in children)
    data = _number_field(0x08, 2) + _number_field(0x18, content)
    data += b"".join(_number_field(0x20, child[2]) for child in children)
    node = links + _bytes_field(0x0A, data)
    return _cid(_DAG_PB, node), len(node) + sum(child[1] for child in children), content


def content_cid(data):
    """Address of a file."""
    chunks = [data[i : i + _CHUNK] for i in range(0, len(data), _CHUNK)] or [b""]
    level = [(_cid(_RAW, chunk), len(chunk), len(chunk)) for chunk in chunks]
    while len(level) > 1:
        level = [_parent(level[i : i + _LINKS]) for i in range(0, len(level), _LINKS)]
    return _text(level[0][0])


def raw_cid(digest):
    """Address of a token document, from its SHA-256."""
    return _text(bytes((1, _RAW, 0x12, 0x20)) + digest)
