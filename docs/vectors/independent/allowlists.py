"""Published lists of accounts with amounts: sections 6 and 9."""

import shapes
import trees
from canonical import parse
from fault import Fault


def path_of(root):
    return f"allowlists/{root[2:]}.jsonl"


def read(data):
    """@returns the root of a list, how many rows it has, and the amounts by account"""
    amounts, hashes, before = {}, [], ""
    if data and not data.endswith(b"\n"):
        # What stands before it is judged first, as everywhere.
        read(data[: data.rfind(b"\n") + 1])
        raise Fault("json-not-canonical", "the last line has no newline")
    for line in data.split(b"\n")[:-1]:
        row = parse(line)
        shapes.ALLOWLIST_ROW(row, "allowlist")
        if row["account"] <= before:
            raise Fault("bundle-layout", f"{row['account']} is out of order or stands twice")
        before = row["account"]
        amounts[before] = int(row["amount"])
        hashes.append(trees.leaf_hash(line))
    return {"root": "0x" + trees.root_of(hashes).hex(), "rows": len(hashes), "amounts": amounts}
