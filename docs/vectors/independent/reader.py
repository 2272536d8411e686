"""The files of a bundle as records; what is missing or not well formed is red in check 0 (sections 9 and 11)."""

import allowlists
import ballots
import bundle
import rules as rules_file
import shapes
from canonical import lines, parse
from fault import Fault

SHARD = 65_536
_LISTS = {
    "candidates.jsonl": (shapes.CANDIDATE, lambda row: row["number"]),
    "metadata.jsonl": (shapes.METADATA, lambda row: row["number"]),
    "heads.jsonl": (shapes.HEAD_ROW, lambda row: int(row["head"]["size"])),
    "posted.jsonl": (shapes.POSTED, lambda row: _place(row["anchor"])),
    "powers.jsonl": (shapes.POWER, lambda row: row["account"]),
    "voids.jsonl": (shapes.VOID, lambda row: _place(row["anchor"])),
    "winners.jsonl": (shapes.WINNER, lambda row: row["rank"]),
    "after/tokens.jsonl": (shapes.MINT, lambda row: row["rank"]),
    "after/proofs.jsonl": (shapes.BLOCK_PROOF, lambda row: (row["chainId"], int(row["number"]))),
}
_RECORDS = {
    "evidence.json": shapes.EVIDENCE,
    "result.json": shapes.RESULT,
    "after/close.json": shapes.CLOSE,
    "after/power-proofs.json": shapes.POWER_PROOFS,
}


def _place(anchor):
    return int(anchor["blockNumber"]), anchor["logIndex"]


class Reader:
    """`red` holds what speaks against the bundle: {check, file, code}. `core` holds what could be read, by file."""

    def __init__(self, files):
        self.files, self.red, self.core = files, [], {}
        # Voters of posted ballots that only a chain can judge.
        self.open = set()

    def fail(self, check, file, code):
        self.red.append({"check": check, "file": file, "code": code})

    def expect(self, holds, check, file, code):
        if not holds:
            self.fail(check, file, code)

    def attempt(self, check, file, work):
        try:
            return work()
        except Fault as fault:
            self.fail(check, file, fault.code)
            return None

    def has(self, *names):
        return all(self.core.get(name) is not None for name in names)

    def read_manifest(self):
        data = self.files.get(bundle.MANIFEST)
        if data is None:
            self.fail("0", bundle.MANIFEST, "bundle-missing-file")
            return False
        manifest = self.attempt("0", bundle.MANIFEST, lambda: parse(data))
        if manifest is None:
            self.expect(data != b"null", "0", bundle.MANIFEST, "schema-invalid")
            return False
        if not isinstance(manifest, dict) or manifest.get("protocol") != "verso/1":
            self.fail("0", bundle.MANIFEST, "protocol-unknown")
            return False

        def shaped():
            shapes.MANIFEST(manifest, "manifest")
            return manifest

        self.core["manifest"] = self.attempt("0", bundle.MANIFEST, shaped)
        return self.core["manifest"] is not None

    def read_rows(self, file, work):
        data = self.files.get(file)
        if data is None:
            self.fail("0", file, "bundle-missing-file")
            return None
        return self.attempt("0", file, lambda: [work(row) for _, row in lines(data)])

    def read_core(self):
        def rules_of(data):
            return rules_file.check(parse(data))

        data = self.files.get("rules.json")
        if data is None:
            self.fail("0", "rules.json", "bundle-missing-file")
        else:
            self.core["rules.json"] = self.attempt("0", "rules.json", lambda: rules_of(data))
        if self.has("rules.json"):
            self.core["roundId"] = rules_file.round_id(self.core["rules.json"])
        for file, shape in _RECORDS.items():
            if file in self.files:
                self.core[file] = self.attempt("0", file, lambda: self.shaped(shape, parse(self.files[file])))
            elif not file.startswith("after/"):
                self.fail("0", file, "bundle-missing-file")
        for file, (shape, key) in _LISTS.items():
            if file.startswith("after/") and file not in self.files:
                continue
            rows = self.read_rows(file, lambda row: self.shaped(shape, row))
            if rows is not None and any(key(a) >= key(b) for a, b in zip(rows, rows[1:])):
                self.fail("0", file, "bundle-layout")
                rows = None
            self.core[file] = rows
        self.read_allowlists()
        proofs = (self.core.get("after/power-proofs.json") or {}).get("proofs", [])
        if any(a["strategy"] >= b["strategy"] for a, b in zip(proofs, proofs[1:])):
            self.fail("0", "after/power-proofs.json", "bundle-layout")
            self.core["after/power-proofs.json"] = None
        self.read_shards()

    def read_allowlists(self):
        """`lists` holds those that could be read, by the root that the rules give them."""
        self.lists = {}
        if not self.has("rules.json"):
            return
        params = [one["params"] for one in self.core["rules.json"]["strategies"]]
        roots = [one["allowlistRoot"] for one in params if "allowlistRoot" in one]
        for file in self.files:
            known = not file.startswith("allowlists/") or file in map(allowlists.path_of, roots)
            self.expect(known, "0", file, "bundle-unknown-file")
        for root in roots:
            file = allowlists.path_of(root)
            if file not in self.files:
                self.fail("0", file, "bundle-missing-file")
                continue
            found = self.attempt("0", file, lambda: allowlists.read(self.files[file]))
            if found:
                self.lists[root] = found

    @staticmethod
    def shaped(shape, value):
        shape(value, "")
        return value

    def read_shards(self):
        count = max(1, *(sum(path.startswith(folder) for path in self.files) for folder in ("log/", "leaf-hashes/")))
        leaves, hashes = [], []
        for shard in range(count):
            file, hash_file = f"log/{shard:06d}.jsonl", f"leaf-hashes/{shard:06d}.jsonl"
            part = self.read_rows(file, lambda leaf: (leaf, ballots.check_leaf(leaf)))
            listed = self.read_rows(hash_file, lambda row: self.shaped(shapes.LEAF_HASH_ROW, row))
            if part is None or listed is None:
                return
            full = len(part) <= SHARD if shard == count - 1 else len(part) == SHARD
            if not full or (shard > 0 and not part):
                return self.fail("0", file, "bundle-layout")
            if [row["index"] for row in listed] != list(range(shard * SHARD, shard * SHARD + len(listed))):
                return self.fail("0", hash_file, "bundle-layout")
            leaves += part
            hashes += [row["hash"] for row in listed]
        self.core["leaves"] = [leaf for leaf, _ in leaves]
        self.core["leafBytes"] = [data for _, data in leaves]
        self.core["leafHashes"] = hashes
