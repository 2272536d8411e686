"""Kind and sides of a picture, from its header alone: section 10, check 2."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"


def _png(data):
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    return ("image/png", *struct.unpack(">II", data[16:24]))


def _jpeg(data):
    at = 2
    while at + 9 <= len(data):
        marker = data[at + 1]
        if data[at] != 0xFF or marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return "image/jpeg", width, height
        elif marker in (0xDA, 0xD9):
            return None
        elif marker == 0x01 or 0xD0 <= marker <= 0xD7:
            at += 2
        else:
            at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None


def _webp(data):
    if len(data) < 30 or data[8:12] != b"WEBP":
        return None
    form = data[12:16]
    if form == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    elif form == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif form == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = (value & 0x3FFF for value in struct.unpack("<HH", data[26:30]))
    else:
        return None
    return "image/webp", width, height


def header(data):
    """(mime, width, height), or None for what is no such picture."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return _webp(data) if data.startswith(b"RIFF") else None
