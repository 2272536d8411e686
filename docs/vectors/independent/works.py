"""Pictures, recipes, briefs and the licence: checks 2 and 9 of section 10, but for credentials in pictures."""

import ballots
import brief_files
import bundle
import pictures
import trees
import typed
from canonical import canonical, parse
from cid import content_cid
from fault import Fault
from fields import ADDRESS, BYTES32, DECIMAL, FILE_HASH, HEX, integer, nullable, pattern, record, rows, text, uint64
from sealed_log import SealedLog

_BRIEF_LIMIT, _ROOT_LIMIT = 65_536, 16_384
_NO_ROOT = "0x" + "0" * 64
_NAME = pattern("[A-Za-z][A-Za-z0-9_-]{0,63}")
_MODEL = {"id": text(1, 200), "version": text(1, 200), "weightsHash": nullable(FILE_HASH)}


def _parameters(value, where):
    if not isinstance(value, dict):
        raise Fault("schema-invalid", where)
    for key, one in value.items():
        _NAME(key, where)
        (text(0, 4000) if isinstance(one, str) else integer(-(2**53) + 1, 2**53 - 1))(one, where)


RECIPE = record(
    template=record(id=_NAME, version=text(1, 64), text=text(0, 8000)),
    traits=rows(record(name=text(1, 64), value=text(1, 128)), 0, 64),
    seed=DECIMAL,
    model=record(**_MODEL),
    loras=rows(record(**_MODEL, scalePermille=integer(-10_000, 10_000)), 0, 16),
    parameters=_parameters,
    inputs=rows(record(role=_NAME, sha256=FILE_HASH), 0, 16),
    parents=rows(FILE_HASH, 0, 16),
    licence=text(1, 64),
    brief=BYTES32,
    width=integer(1, 16_384),
    height=integer(1, 16_384),
)

BRIEF_FILE = record(
    brief=record(
        round=BYTES32,
        creator=ADDRESS,
        prompt=text(1, 2000),
        promptHash=BYTES32,
        style=text(0, 200),
        traits=text(0, 2000),
        licence=text(1, 64),
        royaltyReceiver=ADDRESS,
        count=integer(1, 50),
        nonce=BYTES32,
        deadline=uint64,
    ),
    signature=HEX,
)

_CC = "https://creativecommons.org"
# Address of each licence, and whether it promises commercial use.
LICENCES = {
    "CC0-1.0": (f"{_CC}/publicdomain/zero/1.0/legalcode", True),
    "CC-BY-4.0": (f"{_CC}/licenses/by/4.0/legalcode", True),
    "CC-BY-NC-4.0": (f"{_CC}/licenses/by-nc/4.0/legalcode", False),
    "CC-BY-SA-4.0": (f"{_CC}/licenses/by-sa/4.0/legalcode", True),
}
NON_COMMERCIAL = ("sd_xl_turbo_1.0.safetensors", "sd_xl_turbo_1.0_fp16.safetensors")


def _path(hash_):
    return "works/" + hash_[-64:]


def _declared(recipe):
    return any(one["role"] == "work" for one in recipe["inputs"])


def _prompt_hash(prompt):
    return "0x" + trees.tagged("prompt", prompt.encode("utf-8")).hex()


class Works(SealedLog):
    """Adds checks 2 and 9."""

    def whole(self, hash_, code):
        """The file of that hash, if it is here and is that one."""
        file = _path(hash_)
        data = self.files.get(file)
        if data is None:
            return None
        same = _path(trees.sha(data).hex()) == file
        self.expect(same, "2", file, code)
        return data if same else None

    def check_works(self):
        self.recipes, self.briefs = {}, {}
        if not self.has("rules.json", "candidates.jsonl"):
            return
        for index, row in enumerate(self.core["candidates.jsonl"]):
            for one in row["renditions"]:
                self.whole(one["sha256"], "rendition-hash")
            self.check_recipe(index, row)
            picture = self.whole(row["contentHash"], "content-hash")
            if picture is not None:
                self.check_picture(row, picture)
        root = self.core["rules.json"]["c2paRoot"]
        if root != _NO_ROOT and _path(root) in self.files:
            data = self.files[_path(root)]
            same = trees.sha(data).hex() == root[2:] and len(data) <= _ROOT_LIMIT
            self.expect(same, "2", _path(root), "credentials-root")
        self.check_briefs()

    def check_picture(self, row, picture):
        file = "candidates.jsonl"
        self.expect(row["contentCid"] == content_cid(picture), "2", file, "content-cid")
        mime, *sides = pictures.header(picture) or (None,)
        self.expect(row["mime"] == mime, "2", file, "content-kind")
        if sides:
            same = sorted(sides) == sorted((row["width"], row["height"]))
            self.expect(same, "2", file, "content-size")

    def check_recipe(self, index, row):
        data = self.whole(row["recipeHash"], "recipe-hash")
        file = _path(row["recipeHash"])
        recipe = data and self.attempt("2", file, lambda: self.shaped(RECIPE, parse(data)))
        if not recipe:
            return
        self.recipes[index] = recipe
        brought = [one["sha256"] for one in recipe["inputs"] if one["role"] == "work"]
        self.expect(all(one == row["contentHash"] for one in brought), "2", file, "recipe-work")
        self.expect(row["contentHash"] not in recipe["parents"], "2", file, "recipe-parent")

    def unnamed(self):
        named = {_path(self.core["rules.json"]["c2paRoot"])}
        for row in self.core["candidates.jsonl"]:
            hashes = [row["contentHash"], row["recipeHash"], *(one["sha256"] for one in row["renditions"])]
            named.update(map(_path, hashes))
        return [file for file in self.files if bundle.layer_of(file) == "works" and file not in named]

    def check_briefs(self):
        rules = self.core["rules.json"]
        asked = {}
        for index, recipe in self.recipes.items():
            asked.setdefault(recipe["brief"], []).append(index)
        for file in self.unnamed():
            data = self.files[file]
            if len(data) > _BRIEF_LIMIT:
                continue
            try:
                signed = self.shaped(BRIEF_FILE, parse(data))
            except Fault:
                continue
            digest = typed.digest("Brief", rules["chainId"], rules["collection"], signed["brief"])
            made = asked.get("0x" + digest.hex(), [])
            if made:
                self.check_brief(file, digest, signed, made)

    def check_brief(self, file, digest, signed, made):
        brief = signed["brief"]
        self.briefs[file] = brief
        self.attempt("2", file, lambda: self.signed(digest, signed))
        self.expect(len(made) <= brief["count"], "2", file, "brief-count")

        def of_traits():
            parent = ballots.parent_of_brief(brief["traits"])
            asked = brief_files.files_of(brief["traits"])
            del asked["traits"]
            return {**asked, "parents": [parent] if parent else [], **({"seed": "0"} if "model" in asked else {})}

        asked = self.attempt("2", file, of_traits)
        words = self.core.get("metadata.jsonl") or []
        for index in made:
            row, recipe = self.core["candidates.jsonl"][index], self.recipes[index]
            self.expect(row["creator"] == brief["creator"], "2", "candidates.jsonl", "brief-creator")
            for word in words[index : index + 1]:
                same = word["royaltyReceiver"] == brief["royaltyReceiver"]
                self.expect(same, "2", "metadata.jsonl", "brief-royalty")
            for name, value in (asked or {}).items():
                self.expect(recipe[name] == value, "2", _path(row["recipeHash"]), "recipe-differs")

    def signed(self, digest, signed):
        rules, brief = self.core["rules.json"], signed["brief"]
        for holds, code in (
            (brief["round"] == "0x" + self.core["roundId"].hex(), "brief-round"),
            (brief["licence"] == rules["licence"]["id"], "brief-licence"),
            (brief["promptHash"] == _prompt_hash(brief["prompt"]), "brief-prompt"),
            (rules["submissionsOpenAt"] <= int(brief["deadline"]), "brief-expired"),
        ):
            if not holds:
                raise Fault(code)
        if typed.signer(digest, signed["signature"]) != brief["creator"]:
            raise Fault("signature-mismatch")

    def check_licence(self):
        if not self.has("rules.json", "candidates.jsonl", "metadata.jsonl"):
            return
        rules, works = self.core["rules.json"], self.core["candidates.jsonl"]
        licence = rules["licence"]
        for row in self.core["metadata.jsonl"]:
            self.expect(row["licence"] == licence["id"], "9", "metadata.jsonl", "licence-differs")
        for file, data in self.files.items():
            if file.startswith("tokens/"):
                self.check_document(file, data, licence)
        for index, recipe in self.recipes.items():
            same = recipe["licence"] == licence["id"]
            self.expect(same, "9", _path(works[index]["recipeHash"]), "licence-differs")
        for file, brief in self.briefs.items():
            self.expect(brief["licence"] == licence["id"], "9", file, "licence-differs")
        if licence["id"] in LICENCES:
            self.check_terms(licence, works)
        for gate in rules["gates"]:
            if (gate["id"], gate["version"]) == ("size", "1"):
                for row in works:
                    enough = min(row["width"], row["height"]) >= gate["threshold"]
                    self.expect(enough, "9", "candidates.jsonl", "gate-failed")

    def check_document(self, file, data, licence):
        try:
            document = parse(data)
        except Fault:
            return
        if not isinstance(document, dict):
            return
        for name, value in (("license", licence["id"]), ("licenseRef", licence)):
            same = name in document and canonical(document[name]) == canonical(value)
            self.expect(same, "9", file, "licence-differs")

    def check_terms(self, licence, works):
        address, commercial = LICENCES[licence["id"]]
        text_hash = "sha256:" + trees.sha(f"SPDX {licence['id']} {address}".encode("ascii")).hex()
        self.expect(licence["textHash"] == text_hash, "9", "rules.json", "licence-text")
        for index, recipe in self.recipes.items():
            bound = recipe["model"]["id"] in NON_COMMERCIAL and not _declared(recipe)
            file = _path(works[index]["recipeHash"])
            self.expect(not (bound and commercial), "9", file, "licence-conflict")
