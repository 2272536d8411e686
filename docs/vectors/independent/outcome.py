"""Token documents, winners and shares, made from the result: section 8."""

from canonical import canonical
from fault import Fault
from trees import ZERO, sha, standard_root, tagged
from typed import word

_LIMIT = 262_144
_METADATA = ("title", "description", "alt", "traits", "licence", "royaltyReceiver")


def order_hash(round_id, content_hash):
    """What orders the candidates of a round."""
    return tagged("number", round_id, bytes.fromhex(content_hash[7:]))


def metadata_hash(metadata):
    return "sha256:" + sha(canonical({name: metadata[name] for name in _METADATA})).hex()


def token_document(rules, candidate, metadata, result):
    number = candidate["number"]
    rank = next(row["rank"] for row in result["winners"] if row["number"] == number)
    ranked = next(row for row in result["ranking"] if row["number"] == number)
    image = f"ipfs://{candidate['contentCid']}"
    traits = [{"trait_type": one["name"], "value": one["value"]} for one in metadata["traits"]]
    return {
        "name": metadata["title"],
        "description": metadata["description"],
        "image": image,
        "attributes": traits
        + [
            {"trait_type": "Round", "value": rules["title"]},
            {"trait_type": "Place", "value": str(rank)},
        ],
        "properties": {
            "alt": metadata["alt"],
            "files": [
                {
                    "uri": image,
                    "type": candidate["mime"],
                    "role": "master",
                    "sha256": candidate["contentHash"],
                    "cid": candidate["contentCid"],
                    "cidProfile": rules["algorithms"]["contentCid"],
                    "width": candidate["width"],
                    "height": candidate["height"],
                }
            ],
        },
        "license": metadata["licence"],
        "licenseRef": rules["licence"],
        "royalty": {**rules["royalty"], "creator": metadata["royaltyReceiver"]},
        "provenance": {
            "schema": "verso/token/1",
            "protocol": rules["protocol"],
            **{name: candidate[name] for name in ("contentHash", "recipeHash", "metadataHash", "renditions")},
            "creator": {"address": candidate["creator"]},
            "gates": rules["gates"],
            "c2paRoot": rules["c2paRoot"],
            "round": {
                "chainId": rules["chainId"],
                "collection": rules["collection"],
                "roundId": result["roundId"],
                "title": rules["title"],
                "candidate": number,
                "method": result["method"],
                "rank": rank,
                "score": ranked["score"],
                "supporters": ranked["supporters"],
                "voters": result["turnout"]["voters"],
                "power": result["turnout"]["power"],
                "resultHash": "0x" + sha(canonical(result)).hex(),
            },
        },
    }


def _recipient(rules, candidate):
    kind = rules["recipient"]["kind"]
    if kind == "creator":
        return candidate["creator"]
    return rules["treasury"] if kind == "treasury" else rules["recipient"]["address"]


def winner_leaf(round_id, row):
    words = (("uint32", row["rank"]), ("uint32", row["number"]))
    words += (("bytes32", row["tokenDigest"]), ("address", row["recipient"]))
    return round_id + b"".join(word(kind, value) for kind, value in words)


def outcome(rules, round_id, result, candidates, metadata):
    """Files that follow from a result, and the roots that the close anchors."""
    files, winners = {}, []
    works = {row["number"]: row for row in candidates}
    words = {row["number"]: row for row in metadata}
    for row in result["winners"]:
        if row["number"] not in works or row["number"] not in words:
            raise Fault("schema-invalid", "no such candidate")
        candidate = works[row["number"]]
        document = canonical(token_document(rules, candidate, words[row["number"]], result))
        if len(document) > _LIMIT:
            raise Fault("bundle-too-large")
        files[f"tokens/{row['rank']:06d}.json"] = document
        digest = "0x" + sha(document).hex()
        winners.append({**row, "tokenDigest": digest, "recipient": _recipient(rules, candidate)})
    files["winners.jsonl"] = b"".join(canonical(row) + b"\n" for row in winners)
    files["shares.jsonl"] = b""
    roots = {
        "resultHash": "0x" + sha(canonical(result)).hex(),
        "winnersRoot": "0x" + standard_root([winner_leaf(round_id, row) for row in winners]).hex(),
        "sharesRoot": "0x" + ZERO.hex(),
        "sharesTotal": "0",
    }
    return files, roots

