"""Runs every vector of docs/vectors: `python3 vectors.py`. Exit code 1 when one does not come out."""

import json
import sys
from pathlib import Path

import allowlists
import ballots
import blocks
import brief_files
import bundle
import canonical
import choices
import cid
import duel_queue
import outcome
import powers
import private_prompts
import rules
import shapes
import storage
import tally
import trees
import typed
from fault import Fault
from keccak import keccak256
from tries import Nodes
from verify import Verifier

FOLDER = Path(__file__).resolve().parent.parent


def _hex(data):
    return "0x" + data.hex()


def _load(name):
    return json.loads((FOLDER / name).read_text("utf-8"))


_FILES = bundle.read((FOLDER / "round.zip").read_bytes())
_RULES = canonical.parse(_FILES["rules.json"])
_CANDIDATES = [row for _, row in canonical.lines(_FILES["candidates.jsonl"])]
_EVIDENCE = canonical.parse(_FILES["evidence.json"])
_ROUND_ID = rules.round_id(_RULES)
_ROUND = {
    "rules": _RULES,
    "id": _hex(_ROUND_ID),
    "candidateRoot": _hex(trees.root_of([trees.leaf_hash(canonical.canonical(row)) for row in _CANDIDATES])),
    "candidates": len(_CANDIDATES),
    "openingBlock": _EVIDENCE["opening"]["anchor"]["blockHash"],
}


def run_json(given):
    data = bytes.fromhex(given[2:]) if given.startswith("0x") else given.encode("utf-8", "surrogatepass")
    return canonical.canonical(canonical.parse(data)).decode("utf-8")


def run_lines(given):
    return [row for _, row in canonical.lines(given.encode("utf-8"))]


_BLOCK = bytes((at ^ at >> 8) & 255 for at in range(65_536))


def _filled(size):
    blocks = [_BLOCK.translate(bytes(one ^ high & 255 for one in range(256))) for high in range((size >> 16) + 1)]
    return b"".join(blocks)[:size]


def run_hashes(given):
    if isinstance(given, str):
        return _hex(keccak256(typed.raw(given)))
    if "size" in given:
        return cid.content_cid(_filled(given["size"]))
    if "digest" in given:
        return cid.raw_cid(typed.raw(given["digest"]))
    if "block" in given:
        return _hex(tally.lot(typed.raw(given["round"]), given["block"], given["content"]))
    return _hex(outcome.order_hash(typed.raw(given["round"]), given["content"]))


def run_trees(given):
    hashes = [trees.leaf_hash(typed.raw(leaf)) for leaf in given["leaves"]]
    return {
        "root": _hex(trees.root_of(hashes)),
        "inclusion": [list(map(_hex, trees.inclusion_path(hashes, i))) for i in range(len(hashes))],
        "consistency": [list(map(_hex, trees.consistency_path(hashes, i + 1))) for i in range(len(hashes))],
    }


def run_winners(given):
    leaves = {row["rank"]: outcome.winner_leaf(typed.raw(given["roundId"]), row) for row in given["rows"]}
    order = sorted(leaves, key=lambda rank: trees.standard_leaf(leaves[rank]))
    return {
        "root": _hex(trees.standard_root(list(leaves.values()))),
        "leafOrder": order,
        "proofs": [list(map(_hex, trees.standard_proof(list(leaves.values()), leaf))) for leaf in leaves.values()],
    }


def run_choices(given):
    return choices.read("approval", given["text"], given, given["candidateCount"])["numbers"]


def run_method_choices(given):
    return choices.read(given["method"], given["text"], given["limits"], given["candidateCount"], given)


def run_pair_queues(given):
    seed = given["seed"]
    queue = duel_queue.duels(seed["roundId"], seed["openingBlock"], seed["voter"], seed["candidateCount"])
    pairs, answer = [], None
    for said in given["answers"]:
        try:
            pair = queue.send(answer)
        except StopIteration:
            break
        pairs.append(list(pair))
        answer = {"low": pair[0], "high": pair[1]}.get(said, said)
    return pairs


def run_choices_text(given):
    text = " ".join(f"#{n + 1}" for n in range(given["upTo"])) if "upTo" in given else None
    return len(choices.resolve(given["field"], text).encode("utf-8"))


def run_digests(given, name):
    return _hex(typed.digest(name, given["chainId"], given["collection"], given["message"]))


def run_signatures(given):
    return typed.signer(typed.raw(given["digest"]), given["signature"])


def run_ballots(given):
    post = given["post"]
    ballots.check_post(post)
    found = ballots.verify(_ROUND, post, given["acceptedAt"], int(given["lastSequence"]))
    digest = typed.digest("Ballot", post["signingChain"], _RULES["collection"], post["ballot"])
    return {"voter": found["voter"], "numbers": found["numbers"], "digest": _hex(digest)}


def run_wallets(given):
    ballots.check_leaf(given)
    post = {key: given[key] for key in ("signingChain", "ballot", "signature", "text") if key in given}
    ballots.check_post(post)
    found = ballots.verify(_ROUND, post, given["acceptedAt"], 0, given["check"])
    return {"voter": found["voter"], "numbers": found["numbers"], "chain": found["chain"]}


def run_brief_parents(given):
    return ballots.parent_of_brief(given)


def run_brief_works(given):
    return brief_files.files_of(given)


def run_private_prompts(given):
    return private_prompts.seal_of(given["prompt"], given.get("words"))


def run_receipts(given):
    return _hex(ballots.check_receipt(_ROUND, _RULES["operator"], given))


def run_rules(given):
    return rules.check(given)["title"]


def run_powers(given):
    if "raw" in given:
        return str(powers.share_of(given, int(given["raw"])))
    return str(powers.total(given, [int(share) for share in given["shares"]]))


def run_power_records(given):
    return powers.is_sound(_RULES, given)


def run_strategies(given):
    rules.check({**_RULES, **given["rules"]})
    shapes.POWER(given["record"], "record")
    return powers.is_sound({**_RULES, **given["rules"]}, given["record"])


def run_allowlists(given):
    found = allowlists.read(given["text"].encode("utf-8"))
    amounts = [str(found["amounts"].get(account, 0)) for account in given["asked"]]
    return {"root": found["root"], "rows": found["rows"], "amounts": amounts}


def run_tally(given):
    return tally.tally(
        {**_RULES, **given["rules"]},
        _ROUND_ID,
        _CANDIDATES,
        given["voids"],
        given["ballots"],
        {account: int(power) for account, power in given["powers"].items()},
        given["tieSeed"],
    )


_TIE_SEED = {
    "blockNumber": "7800",
    "blockHash": "0x" + "b1" * 32,
    "timestamp": 1_800_086_403,
    "parentTimestamp": 1_800_086_391,
}


def run_method_tally(given):
    numbers = range(1, given["works"] + 1)
    works = [{"number": n, "contentHash": f"sha256:{trees.sha(f'work {n}'.encode()).hex()}"} for n in numbers]
    return tally.tally(
        given["rules"],
        rules.round_id(given["rules"]),
        works,
        given["voids"],
        given["ballots"],
        {account: int(power) for account, power in given["powers"].items()},
        _TIE_SEED,
    )


def run_tries(given):
    nodes = Nodes([typed.raw(node) for node in given["nodes"]])
    value = nodes.get(typed.raw(given["root"]), typed.raw(given["key"]))
    return None if value is None else _hex(value)


def run_block_proofs(given):
    shapes.BLOCK_PROOF(given, "proof")
    return blocks.read_block(given)


def run_power_proofs(given):
    shapes.POWER_PROOF(given["proof"], "proof")
    return storage.read_powers(given["stateRoot"], given["token"], given["accounts"], given["proof"])


def run_zip(edit):
    data = bytearray((FOLDER / "round.zip").read_bytes())
    patch = typed.raw(edit.get("bytes", "0x"))
    data[edit.get("at", 0) : edit.get("at", 0) + len(patch)] = patch
    data = bytes(data[: edit.get("length", len(data))]) + typed.raw(edit.get("behind", "0x"))
    return {path: "sha256:" + trees.sha(content).hex() for path, content in bundle.read(data).items()}


def run_works(edits):
    files = {**bundle.read((FOLDER / "works.zip").read_bytes())}
    for path, data in edits.items():
        files[path] = data and typed.raw(data)
    red = Verifier({path: data for path, data in files.items() if data is not None}).run()
    return sorted({f"{one['check']} {one['code']}" for one in red if one["check"] in ("2", "9")})


RUNNERS = {
    "json": run_json,
    "lines": run_lines,
    "hashes": run_hashes,
    "trees": run_trees,
    "winners": run_winners,
    "choices": run_choices,
    "choices-text": run_choices_text,
    "method-choices": run_method_choices,
    "pair-queues": run_pair_queues,
    "digests": run_digests,
    "signatures": run_signatures,
    "ballots": run_ballots,
    "wallets": run_wallets,
    "brief-parents": run_brief_parents,
    "brief-works": run_brief_works,
    "private-prompts": run_private_prompts,
    "receipts": run_receipts,
    "rules": run_rules,
    "powers": run_powers,
    "power-records": run_power_records,
    "strategies": run_strategies,
    "allowlists": run_allowlists,
    "tally": run_tally,
    "method-tally": run_method_tally,
    "tries": run_tries,
    "block-proofs": run_block_proofs,
    "power-proofs": run_power_proofs,
    "zip": run_zip,
    "works": run_works,
}


def _comes_out(run, case, name):
    try:
        found = run(case["in"], case["name"]) if name == "digests" else run(case["in"])
    except Fault as fault:
        return case.get("code") == fault.code, fault.code
    return "out" in case and case["out"] == found, found


def main():
    ran, wrong = 0, 0
    known = {path.stem for path in FOLDER.glob("*.json")}
    for name in sorted(known ^ set(RUNNERS)):
        print(f"{name}: a vector without a runner, or a runner without a vector")
        wrong += 1
    for name in sorted(known & set(RUNNERS)):
        for case in _load(f"{name}.json"):
            holds, found = _comes_out(RUNNERS[name], case, name)
            ran += 1
            if not holds:
                wrong += 1
                print(f"{name}, {case['name']}: {found}, not {case.get('code', case.get('out'))}")
    print(f"{ran} vectors, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
