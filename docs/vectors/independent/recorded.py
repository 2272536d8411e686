"""What a bundle's recorded evidence says, compared with its files: sections 9 and 10."""

import storage
import trees
from blocks import read_block
from events import events_of
from fault import Fault
from reader import Reader

_PROOFS, _POWERS = "after/proofs.jsonl", "after/power-proofs.json"
_ROLES = ("director", "guardian", "operator")
_CLOSE = ("closes", "resultHash", "winnersRoot", "sharesRoot", "bundleDigest", "finalAt", "anchor")
_MINT = ("rank", "number", "tokenDigest", "recipient")


class Recorded(Reader):
    """`blocks` holds the recorded blocks by number, `events` those of the round; None without a whole record."""

    blocks, events = None, None

    def anchors(self):
        evidence, close = self.core.get("evidence.json"), self.core.get("after/close.json")
        rows = [evidence["opening"], *evidence["rotations"]] if evidence else []
        for file in ("heads.jsonl", "posted.jsonl", "voids.jsonl", "after/tokens.jsonl"):
            rows += self.core.get(file) or []
        rows += [close] if close else []
        return [row["anchor"] for row in rows if row["anchor"]]

    def named_blocks(self):
        """Number and hash of every home-chain block that the other files name."""
        named = {(row["blockNumber"], row["blockHash"]) for row in self.anchors()}
        evidence = self.core.get("evidence.json")
        if evidence:
            blocks = list(evidence["tieSeed"].values())
            for one in evidence["snapshots"]:
                if one["chainId"] == self.core["rules.json"]["chainId"]:
                    blocks += [one["block"], one["successor"]]
            named |= {(block["number"], block["hash"]) for block in blocks}
        return named

    def read_record(self):
        if not self.has(_PROOFS, "rules.json"):
            return
        rules, named = self.core["rules.json"], self.named_blocks()
        blocks = {}
        for row in self.core[_PROOFS]:
            if row["chainId"] != rules["chainId"]:
                self.fail("0", _PROOFS, "proof-chain")
                continue
            block = self.attempt("0", _PROOFS, lambda: read_block(row))
            if block is None:
                continue
            hashes = {hash_ for number, hash_ in named if number == block["number"]}
            if hashes and block["hash"] not in hashes:
                self.fail("0", _PROOFS, "proof-block")
            else:
                blocks[block["number"]] = block
        if not all(number in blocks for number, _ in named):
            return
        events = events_of(blocks.values(), rules["collection"], "0x" + self.core["roundId"].hex())
        if any(event["event"] == "RoundOpened" for event in events):
            self.blocks, self.events = blocks, events

    def those(self, name):
        return [event for event in self.events if event["event"] == name]

    def same_events(self, check, file, name, fields, rows):
        """Whether the rows of a file are exactly the events of one kind, in chain order."""
        found = [{field: event[field] for field in fields} for event in self.those(name)]
        self.expect(found == [{field: row[field] for field in fields} for row in rows], check, file, "event-differs")

    def same_block(self, check, block):
        """Whether a block of evidence.json is as recorded."""
        found = self.blocks[block["number"]]
        same = all(found[name] == value for name, value in block.items())
        self.expect(same, check, "evidence.json", "block-differs")

    def same_opening(self, check, file, wanted):
        """Whether the opening says so; a second one would have to say the same."""
        for opened in self.those("RoundOpened"):
            same = all(opened[name] == value for name, value in wanted.items())
            self.expect(same, check, file, "opening-differs")

    def compare_rules(self):
        if self.events is None:
            return
        rules, said = self.core["rules.json"], self.core["evidence.json"]["opening"]
        wanted = {
            **{name: rules[name] for name in ("opensAt", "closesAt", "sealGrace", "challengeSeconds", "c2paRoot")},
            **{name: said[name] for name in (*_ROLES, "roundIndex", "anchor")},
            "roundId": "0x" + self.core["roundId"].hex(),
            "licenceHash": "0x" + rules["licence"]["textHash"][7:],
            "royaltyReceiver": rules["royalty"]["receiver"],
            "royaltyBps": rules["royalty"]["bps"],
        }
        self.same_opening("1", "evidence.json", wanted)

    def compare_candidates(self, root):
        if self.events is None:
            return
        wanted = {"candidateRoot": root, "candidateCount": len(self.core["candidates.jsonl"])}
        self.same_opening("3", "candidates.jsonl", wanted)

    def compare_log(self, hashes):
        if self.events is None:
            return
        heads = [
            {
                "size": int(row["head"]["size"]),
                "root": row["head"]["root"],
                "signedAt": int(row["head"]["signedAt"]),
                "signature": row["signature"],
                "anchor": row["anchor"],
            }
            for row in self.core["heads.jsonl"]
            if row["anchor"]
        ]
        fields = ("size", "root", "signedAt", "signature", "anchor")
        self.same_events("5", "heads.jsonl", "HeadAnchored", fields, heads)
        anchored = self.those("HeadAnchored")
        size, root = (anchored[-1]["size"], anchored[-1]["root"]) if anchored else (0, None)
        same = size == len(hashes) and root in (None, "0x" + trees.root_of(hashes).hex())
        self.expect(same, "5", "heads.jsonl", "head-sealed")
        self.same_events("5", "posted.jsonl", "BallotPosted", ("ballot", "anchor"), self.core["posted.jsonl"])
        rotations = [{**row, "size": int(row["size"])} for row in self.core["evidence.json"]["rotations"]]
        fields = ("operator", "formerOperator", "size", "anchor")
        self.same_events("5", "evidence.json", "OperatorRotated", fields, rotations)

    def compare_powers(self):
        if self.events is None:
            return
        rules, home = self.core["rules.json"], None
        for one in self.core["evidence.json"]["snapshots"]:
            if one["chainId"] == rules["chainId"]:
                if "at" not in one:
                    home = self.blocks[one["block"]["number"]]
                self.same_block("6", one["block"])
                self.same_block("6", one["successor"])
        if home is None or not self.has(_POWERS):
            return
        for proof in self.core[_POWERS]["proofs"]:
            self.attempt("6", _POWERS, lambda: self.compare_power(home, proof))

    def compare_power(self, home, proof):
        strategies, records = self.core["rules.json"]["strategies"], self.core["powers.jsonl"]
        index = proof["strategy"]
        strategy = strategies[index] if index < len(strategies) else None
        if strategy is None or strategy.get("chainId") != self.core["rules.json"]["chainId"]:
            return
        if proof["layout"] not in storage.layouts_of(strategy):
            raise Fault("proof-invalid", "a layout of other answers")
        accounts = [record["account"] for record in records]
        found = storage.read_powers(home["stateRoot"], strategy["token"], accounts, proof)
        if not found["inOrder"]:
            raise Fault("proof-invalid", "other nodes than those passed, or in another order")
        for record, held in zip(records, found["held"]):
            for share in record["shares"]:
                if share["strategy"] == index and "token" in share:
                    self.expect(share["raw"] == held, "6", "powers.jsonl", "power-differs")
                    self.expect(share["codeHash"] == found["codeHash"], "6", "powers.jsonl", "power-code")

    def compare_result(self):
        if self.events is None:
            return
        seed = self.core["evidence.json"]["tieSeed"]
        self.same_block("7", seed["block"])
        self.same_block("7", seed["parent"])
        voids = self.core["voids.jsonl"]
        self.same_events("7", "voids.jsonl", "CandidateVoided", ("number", "reason", "anchor"), voids)
        closed = self.those("RoundClosed")
        if closed:
            digest = "0x" + trees.sha(self.files["result.json"]).hex()
            self.expect(closed[-1]["resultHash"] == digest, "7", "result.json", "anchor-differs")

    def compare_close(self, roots):
        """`roots` are those that follow from the recount."""
        closed = self.those("RoundClosed") if self.events is not None else []
        if not closed:
            return
        for name, value in roots.items():
            self.expect(str(closed[-1][name]) == value, "7b", None, "anchor-differs")
        close = self.core.get("after/close.json")
        if close:
            same = all(closed[-1][name] == close[name] for name in _CLOSE)
            same = same and str(closed[-1]["sharesTotal"]) == close["sharesTotal"]
            self.expect(same, "7b", "after/close.json", "event-differs")

    def compare_mints(self):
        if self.events is None:
            return
        winners = {row["rank"]: row for row in self.core["winners.jsonl"]}
        minted = sorted(self.those("WinnerMinted"), key=lambda event: event["rank"])
        for event in minted:
            row = winners.get(event["rank"])
            same = row is not None and all(event[name] == row[name] for name in _MINT)
            self.expect(same, "8", "winners.jsonl", "token-differs")
        if not self.has("after/tokens.jsonl"):
            return
        index = self.core["evidence.json"]["opening"]["roundIndex"]
        wanted = [
            {
                **{name: event[name] for name in (*_MINT, "anchor")},
                "tokenId": str(index << 64 | event["rank"] << 32),
            }
            for event in minted
        ]
        self.expect(self.core["after/tokens.jsonl"] == wanted, "8", "after/tokens.jsonl", "event-differs")
