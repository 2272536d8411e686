"""A second verifier of Verso bundles, offline: `python3 verify.py bundle.zip …`.

Written from docs/protocol.md and docs/vectors alone, with nothing but Python's standard library, so that one
reading of the text can be held against another. It does not ask a chain: what only a chain confirms is unknown,
unless the bundle carries recorded evidence, which is read in its place (recorded.py).
Exit code 1 for red, 2 otherwise, 64 for a usage error.
"""

import json
import sys

import allowlists
import ballots
import bundle
import outcome
import powers
import tally
import trees
from canonical import canonical
from cid import content_cid
from fault import Fault
from reader import SHARD
from works import Works


def _hash(data):
    return "sha256:" + trees.sha(data).hex()


class Verifier(Works):
    """Runs the checks of section 10 over the files of one bundle."""

    def run(self):
        if not self.read_manifest():
            return self.red
        self.read_core()
        self.check_files()
        self.read_record()
        self.check_rules()
        self.check_works()
        self.check_candidates()
        voted = self.check_ballots()
        self.check_log()
        self.check_powers(voted)
        recount = self.check_result(voted)
        self.check_outcome(recount)
        self.check_tokens()
        self.check_licence()
        return self.red

    def check_files(self):
        for file in bundle.SINGLE:
            self.expect(file in self.files, "0", file, "bundle-missing-file")
        core = 0
        for file, data in self.files.items():
            layer = bundle.layer_of(file)
            self.expect(layer is not None, "0", file, "bundle-unknown-file")
            if layer == "works":
                self.expect(file[6:] == trees.sha(data).hex(), "0", file, "bundle-hash")
            else:
                core += len(data)
            self.expect(len(data) <= bundle.FILE_LIMIT, "0", file, "bundle-too-large")
        self.expect(core <= bundle.CORE_LIMIT, "0", None, "bundle-too-large")
        rows = self.core["manifest"]["files"]
        listed = {row["path"]: row for row in rows}
        self.expect(
            [row["path"] for row in rows] == sorted(listed), "0", bundle.MANIFEST, "bundle-layout"
        )
        for path in listed:
            self.expect(bundle.layer_of(path) == "core", "0", bundle.MANIFEST, "bundle-unknown-file")
            self.expect(path in self.files, "0", path, "bundle-missing-file")
        for path, data in self.files.items():
            if bundle.layer_of(path) != "core":
                continue
            row = listed.get(path)
            self.expect(row is not None, "0", path, "bundle-unknown-file")
            if row:
                same = row["sha256"] == _hash(data) and row["bytes"] == len(data)
                self.expect(same, "0", path, "bundle-hash")

    def check_rules(self):
        if not self.has("rules.json", "evidence.json"):
            return
        rules, evidence = self.core["rules.json"], self.core["evidence.json"]
        name = "0x" + self.core["roundId"].hex()
        self.expect(self.core["manifest"]["roundId"] == name, "1", bundle.MANIFEST, "rules-differ")
        if self.has("result.json"):
            self.expect(self.core["result.json"]["roundId"] == name, "1", "result.json", "rules-differ")
        opening = evidence["opening"]
        pairs = (
            (evidence["chainId"], rules["chainId"]),
            (evidence["collection"], rules["collection"]),
            (opening["operator"], rules["operator"]),
        )
        for here, there in pairs:
            self.expect(here == there, "1", "evidence.json", "rules-differ")
        roles = {opening["director"], opening["guardian"], opening["operator"]}
        self.expect(len(roles) == 3, "1", "evidence.json", "roles-shared")
        self.compare_rules()

    def candidate_root(self):
        rows = self.core["candidates.jsonl"]
        if [row["number"] for row in rows] != list(range(1, len(rows) + 1)):
            return None
        return "0x" + trees.root_of([trees.leaf_hash(canonical(row)) for row in rows]).hex()

    def check_candidates(self):
        if not self.has("rules.json", "candidates.jsonl", "metadata.jsonl", "evidence.json"):
            return
        file, rules = "candidates.jsonl", self.core["rules.json"]
        rows, words = self.core[file], self.core["metadata.jsonl"]
        orders = [outcome.order_hash(self.core["roundId"], row["contentHash"]) for row in rows]
        sorted_ = all(a < b for a, b in zip(orders, orders[1:]))
        self.expect(sorted_ and self.candidate_root() is not None, "3", file, "candidates-numbering")
        for index, row in enumerate(rows):
            if index >= len(words) or words[index]["number"] != row["number"]:
                self.fail("3", "metadata.jsonl", "metadata-missing")
            elif outcome.metadata_hash(words[index]) != row["metadataHash"]:
                self.fail("3", "metadata.jsonl", "metadata-hash")
        self.expect(len(words) <= len(rows), "3", "metadata.jsonl", "metadata-foreign")
        self.expect(len(rows) <= rules["limits"]["maxCandidates"], "3", file, "candidates-too-many")
        opened = self.core["evidence.json"]["opening"]["anchor"]["blockTime"]
        self.expect(opened < rules["opensAt"], "3", "evidence.json", "opened-late")
        self.compare_candidates(self.candidate_root())

    def opening_block(self):
        """The hash of the block that holds the opening, or None; the queues of duels follow from it."""
        evidence = self.core.get("evidence.json")
        return evidence["opening"]["anchor"]["blockHash"] if evidence else None

    def check_ballots(self):
        """@returns the ballots of the round, or None when one of the log should not be there"""
        if not self.has("rules.json", "candidates.jsonl", "leaves", "posted.jsonl"):
            return None
        rules, root, block = self.core["rules.json"], self.candidate_root(), self.opening_block()
        if root is None or (rules["method"] == "pairwise" and block is None):
            return None
        round_ = {
            "rules": rules,
            "id": "0x" + self.core["roundId"].hex(),
            "candidateRoot": root,
            "candidates": len(self.core["candidates.jsonl"]),
            "openingBlock": block,
        }
        found, faults, self.open = ballots.ballot_set(round_, self.core["leaves"], self.core["posted.jsonl"])
        for index, code in faults:
            self.fail("4", f"log/{index // SHARD:06d}.jsonl", code)
        timed = self.check_wallets(found)
        return found if timed and not faults else None

    def check_wallets(self, found):
        """Blocks after which contracts were asked, against those whose times the bundle gives. @returns whether they fit"""
        sound, home, known = True, self.core["rules.json"]["chainId"], self.known_blocks()
        for ballot in found:
            if "index" not in ballot or ballot["chain"] != home:
                continue
            index = ballot["index"]
            check, at = self.core["leaves"][index]["check"], self.core["leaves"][index]["acceptedAt"]
            number = int(check["blockNumber"])
            before = [block for block in known if block[0] <= number][-1:]
            after = [block for block in known if block[0] >= number][:1]
            faults = []
            if before and before[0][0] == number and before[0][1] != check["blockHash"]:
                faults.append("block-differs")
            if (before and before[0][2] > at) or (after and after[0][2] < at - 900):
                faults.append("wallet-time")
            for code in faults:
                self.fail("4", f"log/{index // SHARD:06d}.jsonl", code)
            sound = sound and not faults
        return sound

    def known_blocks(self):
        """(number, hash, time) of home-chain blocks, ascending."""
        evidence = self.core.get("evidence.json")
        if not evidence:
            return []
        rows = [row for file in ("heads", "posted", "voids") for row in self.core.get(f"{file}.jsonl") or []]
        anchors = [row["anchor"] for row in rows if row["anchor"]] + [evidence["opening"]["anchor"]]
        found = [(int(one["blockNumber"]), one["blockHash"], one["blockTime"]) for one in anchors]
        home = self.core["rules.json"]["chainId"]
        pairs = [(one["block"], one["successor"]) for one in evidence["snapshots"] if one["chainId"] == home]
        pairs.append((evidence["tieSeed"]["block"], evidence["tieSeed"]["parent"]))
        for pair in pairs:
            found += [(int(block["number"]), block["hash"], block["timestamp"]) for block in pair]
        return sorted(found, key=lambda block: block[0])

    def check_powers(self, voted):
        if not self.has("rules.json", "powers.jsonl", "evidence.json"):
            return
        rules, evidence = self.core["rules.json"], self.core["evidence.json"]
        snapshots = evidence["snapshots"]
        named = [(one["chainId"], one.get("at", rules["snapshotAt"])) for one in snapshots]
        same = named == powers.moments(rules) and all(one.get("at") != rules["snapshotAt"] for one in snapshots)
        self.expect(same, "6", "evidence.json", "snapshot")
        for (_, at), one in zip(named, snapshots):
            block, successor = one["block"], one["successor"]
            holds = block["timestamp"] <= at < successor["timestamp"]
            holds = holds and successor["parentHash"] == block["hash"]
            holds = holds and int(successor["number"]) == int(block["number"]) + 1
            self.expect(holds, "6", "evidence.json", "snapshot")
        blocks = {}
        for moment, one in zip(named, snapshots):
            blocks.setdefault(moment, one["block"])
        for record in self.core["powers.jsonl"]:
            self.expect(powers.is_sound(rules, record), "6", "powers.jsonl", "power-invalid")
            for share in record["shares"]:
                if "token" not in share:
                    continue
                for read in [{**share, "at": rules["snapshotAt"]}, *share.get("earlier", [])]:
                    same = blocks.get((share["chainId"], read["at"])) == read["block"]
                    self.expect(same, "6", "powers.jsonl", "power-block")
        self.check_allowlists(rules)
        self.compare_powers()
        if voted is not None:
            voters = {ballot["voter"] for ballot in voted}
            listed = {record["account"] for record in self.core["powers.jsonl"]}
            # Whether the open ones have a ballot is not known.
            same = voters - self.open == listed - self.open and voters <= listed
            self.expect(same, "6", "powers.jsonl", "power-missing")

    def check_allowlists(self, rules):
        for index, one in enumerate(rules["strategies"]):
            root = one["params"].get("allowlistRoot")
            found = self.lists.get(root)
            if found is None:
                continue
            file = allowlists.path_of(root)
            same = found["root"] == root and found["rows"] == one["params"]["rows"]
            self.expect(same, "6", file, "allowlist-root")
            for record in self.core["powers.jsonl"] if same else []:
                for share in record["shares"][index : index + 1]:
                    amount = str(found["amounts"].get(record["account"], 0))
                    self.expect(share["raw"] == amount, "6", "powers.jsonl", "power-raw")

    def recount(self, voted):
        if voted is None or self.open or not self.has(
            "rules.json", "candidates.jsonl", "voids.jsonl", "powers.jsonl", "evidence.json"
        ):
            return None
        rules, records = self.core["rules.json"], self.core["powers.jsonl"]
        if not all(powers.is_sound(rules, record) for record in records):
            raise Fault("power-invalid")
        seed = self.core["evidence.json"]["tieSeed"]
        by_account = {record["account"]: record for record in records}
        counted = tally.tally(
            rules,
            self.core["roundId"],
            self.core["candidates.jsonl"],
            self.core["voids.jsonl"],
            voted,
            {record["account"]: int(record["power"]) for record in records},
            {
                "blockNumber": seed["block"]["number"],
                "blockHash": seed["block"]["hash"],
                "timestamp": seed["block"]["timestamp"],
                "parentTimestamp": seed["parent"]["timestamp"],
            },
            lambda account, chain: powers.on_chain(rules, by_account[account], chain),
        )
        name = "0x" + self.core["roundId"].hex()
        return {"protocol": "verso/1", "roundId": name, "inputs": self.inputs(), **counted}

    def inputs(self):
        return {path: _hash(data) for path, data in self.files.items() if bundle.is_result_input(path)}

    def check_result(self, voted):
        if self.has("result.json"):
            same = self.core["result.json"]["inputs"] == self.inputs()
            self.expect(same, "7", "result.json", "result-input")
        recount = self.attempt("7", None, lambda: self.recount(voted))
        if self.has("rules.json", "voids.jsonl", "evidence.json", "result.json"):
            result, seed = self.core["result.json"], self.core["evidence.json"]["tieSeed"]
            if recount:
                self.expect(canonical(result) == canonical(recount), "7", "result.json", "result-differs")
            follows = seed["block"]["parentHash"] == seed["parent"]["hash"]
            follows = follows and int(seed["block"]["number"]) == int(seed["parent"]["number"]) + 1
            self.expect(follows, "7", "evidence.json", "tie-seed")
            for row in self.core["voids.jsonl"]:
                early = row["anchor"]["blockTime"] < self.core["rules.json"]["closesAt"]
                self.expect(early, "7", "voids.jsonl", "void-late")
            self.compare_result()
        return recount

    def check_outcome(self, recount):
        if not recount or not self.has("rules.json", "candidates.jsonl", "metadata.jsonl"):
            return
        made = self.attempt(
            "7b",
            None,
            lambda: outcome.outcome(
                self.core["rules.json"],
                self.core["roundId"],
                recount,
                self.core["candidates.jsonl"],
                self.core["metadata.jsonl"],
            ),
        )
        if not made:
            return
        files, roots = made
        for file, data in files.items():
            self.expect(self.files.get(file) == data, "7b", file, "outcome-differs")
        for file in self.files:
            foreign = file.startswith("tokens/") and file not in files
            self.expect(not foreign, "7b", file, "outcome-foreign")
        roots["bundleDigest"] = "0x" + trees.sha(self.files[bundle.MANIFEST]).hex()
        self.compare_close(roots)
        close = self.core.get("after/close.json")
        if close:
            for name, value in roots.items():
                self.expect(close[name] == value, "7b", "after/close.json", "anchor-differs")

    def check_tokens(self):
        if not self.has("rules.json", "candidates.jsonl", "winners.jsonl", "evidence.json"):
            return
        works = {row["number"]: row for row in self.core["candidates.jsonl"]}
        for row in self.core["winners.jsonl"]:
            document = self.files.get(f"tokens/{row['rank']:06d}.json")
            digest = None if document is None else "0x" + trees.sha(document).hex()
            self.expect(row["tokenDigest"] == digest, "8", "winners.jsonl", "token-digest")
            candidate = works.get(row["number"])
            if candidate is None:
                self.fail("8", "winners.jsonl", "token-candidate")
                continue
            picture = self.files.get(f"works/{candidate['contentHash'][7:]}")
            if picture is not None:
                same = candidate["contentHash"] == _hash(picture)
                self.expect(same, "8", "candidates.jsonl", "content-hash")
                same = candidate["contentCid"] == content_cid(picture)
                self.expect(same, "8", "candidates.jsonl", "content-cid")
        self.compare_mints()


def verify(data):
    """@returns the red findings of an archive; none when nothing offline speaks against it"""
    try:
        files = bundle.read(data)
    except Fault as fault:
        return [{"check": "0", "file": None, "code": fault.code}]
    return Verifier(files).run()


def main(archives):
    """Prints one line of JSON for each archive."""
    if not archives:
        print("usage: python3 verify.py bundle.zip …", file=sys.stderr)
        return 64
    worst = 2
    for archive in archives:
        with open(archive, "rb") as file:
            red = verify(file.read())
        worst = 1 if red else worst
        print(json.dumps({"archive": archive, "red": red}))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
