"""Check 5: leaf hashes, heads, times, posted ballots and rotations (sections 5 and 10)."""

import trees
import typed
from fault import Fault
from reader import SHARD
from recorded import Recorded


class SealedLog(Recorded):
    """The check of the log over the files of one bundle."""

    def check_log(self):
        if not self.has("rules.json", "leaves", "leafHashes", "heads.jsonl", "posted.jsonl", "evidence.json"):
            return
        hashes = [trees.leaf_hash(data) for data in self.core["leafBytes"]]
        same = self.core["leafHashes"] == ["0x" + one.hex() for one in hashes]
        self.expect(same, "5", "leaf-hashes/", "leaf-hash")
        self.check_heads(hashes)
        self.check_times()
        operator, size = self.core["evidence.json"]["opening"]["operator"], 0
        for row in self.core["evidence.json"]["rotations"]:
            holds = row["formerOperator"] == operator and int(row["size"]) >= size
            self.expect(holds, "5", "evidence.json", "rotation")
            operator, size = row["operator"], int(row["size"])
        rules = self.core["rules.json"]
        for row in self.core["posted.jsonl"]:
            inside = rules["opensAt"] <= row["anchor"]["blockTime"] < rules["closesAt"]
            self.expect(inside, "5", "posted.jsonl", "posted-window")
        self.compare_log(hashes)

    def operator_at(self, size):
        evidence = self.core["evidence.json"]
        before = [row for row in evidence["rotations"] if size > int(row["size"])]
        return before[-1]["operator"] if before else evidence["opening"]["operator"]

    def check_heads(self, hashes):
        rules, file, last, sealed = self.core["rules.json"], "heads.jsonl", 0, "0"
        for row in self.core[file]:
            head, anchor = row["head"], row["anchor"]
            size = int(head["size"])
            self.expect(head["round"] == "0x" + self.core["roundId"].hex(), "5", file, "head-round")
            if size > len(hashes):
                self.fail("5", file, "head-size")
            else:
                root = "0x" + trees.root_of(hashes[:size]).hex()
                self.expect(head["root"] == root, "5", file, "head-root")
            digest = typed.digest("Head", rules["chainId"], rules["collection"], head)
            try:
                signed = typed.signer(digest, row["signature"]) == self.operator_at(size)
            except Fault:
                signed = False
            self.expect(signed, "5", file, "head-signature")
            if anchor:
                end = rules["closesAt"] + rules["sealGrace"]
                self.expect(rules["opensAt"] <= anchor["blockTime"] < end, "5", file, "head-window")
                self.expect(int(anchor["blockNumber"]) >= last, "5", file, "head-order")
                last, sealed = int(anchor["blockNumber"]), head["size"]
        self.expect(sealed == str(len(hashes)), "5", file, "head-sealed")

    def check_times(self):
        rules = self.core["rules.json"]
        anchored = [row for row in self.core["heads.jsonl"] if row["anchor"]]
        before, after = rules["opensAt"], 0
        for index, leaf in enumerate(self.core["leaves"]):
            at, file = leaf["acceptedAt"], f"log/{index // SHARD:06d}.jsonl"
            self.expect(before <= at < rules["closesAt"], "5", file, "leaf-time")
            before = max(before, at)
            while after < len(anchored) and int(anchored[after]["head"]["size"]) <= index:
                after += 1
            if after > 0:
                self.expect(at >= anchored[after - 1]["anchor"]["blockTime"] - 300, "5", file, "leaf-time")
            if after < len(anchored):
                self.expect(at <= anchored[after]["anchor"]["blockTime"] + 120, "5", file, "leaf-time")
