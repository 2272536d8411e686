"""Prompts of which only a seal is signed, and the words and the salt that open it."""

import re

from fault import Fault
from trees import tagged

_SALT = re.compile(r"0x[0-9a-f]{64}")


def _seal_in(prompt):
    if not re.match(r"Prompt:\s*sha256:", prompt):
        return None
    only = re.fullmatch(r"Prompt: (sha256:[0-9a-f]{64})", prompt)
    if not only:
        raise Fault("prompt-commitment")
    return only.group(1)


def _check_shape(words):
    if not isinstance(words, dict) or set(words) != {"text", "salt"}:
        raise Fault("schema-invalid")
    text, salt = words["text"], words["salt"]
    if not isinstance(text, str) or not 1 <= len(text) <= 2000:
        raise Fault("schema-invalid")
    if not isinstance(salt, str) or not _SALT.fullmatch(salt):
        raise Fault("schema-invalid")


def seal_of(prompt, words):
    """The seal of a private prompt that came with its words, None for a prompt in words."""
    seal = _seal_in(prompt)
    if (seal is None) != (words is None):
        raise Fault("prompt-commitment")
    if seal is None:
        return None
    _check_shape(words)
    try:
        text = words["text"].encode("utf-8")
    except UnicodeEncodeError as half:
        raise Fault("prompt-commitment") from half
    if b"\0" in text:
        raise Fault("prompt-commitment")
    found = tagged("private-prompt", bytes.fromhex(words["salt"][2:]), text)
    if seal != "sha256:" + found.hex():
        raise Fault("prompt-commitment")
    return seal
