"""bundle.zip and the files in it: section 9."""

import re
import struct
import zlib

from fault import Fault

MANIFEST = "manifest.json"
SINGLE = (
    "rules.json",
    "candidates.jsonl",
    "metadata.jsonl",
    "heads.jsonl",
    "posted.jsonl",
    "powers.jsonl",
    "voids.jsonl",
    "evidence.json",
    "result.json",
    "winners.jsonl",
    "shares.jsonl",
)
FILE_LIMIT, CORE_LIMIT = 512 * 2**20, 2**30
_CORE = re.compile(r"(log|leaf-hashes)/[0-9]{6}\.jsonl|tokens/[0-9]{6}\.json|allowlists/[0-9a-f]{64}\.jsonl")
_AFTER = ("after/close.json", "after/tokens.jsonl", "after/proofs.jsonl", "after/power-proofs.json")
_WORK = re.compile(r"works/[0-9a-f]{64}")
_OUTPUT = re.compile(r"result\.json|winners\.jsonl|shares\.jsonl|tokens/.*")
_EPOCH = 0x00210000


def layer_of(path):
    if path == MANIFEST:
        return "manifest"
    if _CORE.fullmatch(path) or path in SINGLE:
        return "core"
    if path in _AFTER:
        return "after"
    return "works" if _WORK.fullmatch(path) else None


def is_result_input(path):
    return layer_of(path) == "core" and not _OUTPUT.fullmatch(path)


def _need(holds, what):
    if not holds:
        raise Fault("bundle-zip", what)


def _path(data):
    text = data.decode("latin-1")
    _need(len(data) <= 128 and layer_of(text) is not None, f"{text[:60]!r} is no file of a bundle")
    return text


def _directory(data):
    """The entries of the directory, and where it begins."""
    end = len(data) - 22
    _need(end >= 0 and data[end : end + 4] == b"PK\5\6", "no directory")
    disk, start_disk, here, count, size, start, comment = struct.unpack("<HHHHIIH", data[end + 4 :])
    _need(disk == start_disk == 0 and here == count <= 65_534 and comment == 0, "disks, zip64 or a comment")
    _need(start + size == end, "the directory does not end where the archive does")
    entries, at = [], start
    for _ in range(count):
        _need(at + 46 <= end and data[at : at + 4] == b"PK\1\2", "an entry is cut off")
        made, need, flags, method, time, crc, packed, size, name, extra, note, disk, internal, external, offset = (
            struct.unpack("<HHHHIIIIHHHHHII", data[at + 4 : at + 46])
        )
        _need(made == need == 20 and flags == 0 and method in (0, 8) and time == _EPOCH, "header fields")
        _need(extra == note == disk == internal == external == 0, "extra fields or attributes")
        _need(at + 46 + name <= end, "an entry is cut off")
        path = _path(data[at + 46 : at + 46 + name])
        _need(not entries or entries[-1][0] < path, "names out of order or twice")
        entries.append((path, method, crc, packed, size, offset))
        at += 46 + name
    _need(at == end, "the directory has another length")
    return entries, start


def _inflate(packed, size):
    stream = zlib.decompressobj(-15)
    try:
        out = stream.decompress(packed, size + 1)
    except zlib.error as error:
        raise Fault("bundle-zip", str(error))
    _need(stream.eof and not stream.unused_data, "bytes behind the end of a file, or none at it")
    return out


def read(data):
    """Files of an archive by path."""
    entries, directory = _directory(data)
    for path, _, _, _, size, _ in entries:
        if size > FILE_LIMIT:
            raise Fault("bundle-too-large", path)
    if sum(entry[4] for entry in entries if layer_of(entry[0]) != "works") > CORE_LIMIT:
        raise Fault("bundle-too-large", "the core")
    files, at = {}, 0
    for path, method, crc, packed, size, offset in entries:
        _need(offset == at, "files do not follow one another")
        header = data[at : at + 30]
        fields = struct.pack("<HHHIIIIHH", 20, 0, method, _EPOCH, crc, packed, size, len(path), 0)
        _need(header == b"PK\3\4" + fields, f"{path} differs from its entry")
        start = at + 30 + len(path)
        _need(data[at + 30 : start] == path.encode("latin-1"), f"{path} has another name")
        at = start + packed
        _need(at <= directory, f"{path} is cut off")
        stored = data[start:at]
        files[path] = stored if method == 0 else _inflate(stored, size)
        _need(len(files[path]) == size and zlib.crc32(files[path]) == crc, f"{path} is not as announced")
    _need(at == directory, "bytes before the directory")
    return files
