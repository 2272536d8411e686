"""Files that a brief names in its traits: a finished work with what is declared of it, and references."""

import re

from fault import Fault

_HASH = r"(sha256:[0-9a-f]{64})"
_DECLARED = {"Title": 120, "Model": 200, "Version": 200, "Seed": 80, "Made with": 400}


def _entries(traits):
    return [entry for entry in (part.strip() for part in re.split(r"[;\n]", traits)) if entry]


def _starts(name, entry):
    return re.match(rf"{name}:\s*sha256:", entry) is not None


def _hashes(name, entries, code):
    found = [re.fullmatch(rf"{name}:\s*{_HASH}", entry) for entry in entries if _starts(name, entry)]
    if None in found:
        raise Fault(code)
    return [one.group(1) for one in found]


def _declared(entries):
    """What a creator says of a finished work, by the name of the entry."""
    said = {}
    for entry in entries:
        name, colon, value = entry.partition(":")
        if not colon or name not in _DECLARED:
            continue
        value = value.strip()
        if name in said or not 1 <= len(value) <= _DECLARED[name]:
            raise Fault("brief-work")
        said[name] = value
    return said


def files_of(traits):
    """Inputs of the recipe, what it declares of a finished work, and the entries that are traits."""
    entries = _entries(traits)
    works = _hashes("Work", entries, "brief-work")
    if len(works) > 1:
        raise Fault("brief-work")
    said = _declared(entries) if works else {}
    references = _hashes("Reference", entries, "brief-reference")
    if len(references) > 8 or len(set(references)) < len(references):
        raise Fault("brief-reference")
    inputs = [{"role": "work", "sha256": one} for one in works]
    inputs += [{"role": "reference", "sha256": one} for one in references]
    named = ["Parent", "Reference"] + (["Work"] if works else [])
    plain = [entry for entry in entries if not any(_starts(name, entry) for name in named)]
    if works:
        plain = [entry for entry in plain if entry.partition(":")[0] not in _DECLARED]
    result = {"inputs": inputs, "traits": plain}
    if works:
        kept = {"title": "Title", "seed": "Seed", "means": "Made with"}
        result["model"] = {
            "id": said.get("Model", "unknown"),
            "version": said.get("Version", "unknown"),
            "weightsHash": None,
        }
        result["parameters"] = {key: said[name] for key, name in kept.items() if name in said}
    return result
