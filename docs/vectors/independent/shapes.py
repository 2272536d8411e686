"""The fields of every record, strictly: a missing or unknown field is refused (section 11)."""

from fields import (
    ADDRESS,
    BYTES32,
    CHAIN,
    DECIMAL,
    FILE_HASH,
    HEX,
    NUMBER,
    PROTOCOL,
    RANK,
    SECONDS,
    boolean,
    by_id,
    integer,
    not_zero,
    nullable,
    one_of,
    pattern,
    record,
    rows,
    table,
    text,
    uint64,
    uint256,
)

METHODS = ("single", "approval", "weighted", "quadratic", "score", "ranked", "pairwise")
ALGORITHMS = {
    "log": ("rfc9162-sha256/1",),
    "numbering": ("hash-order/1",),
    "contentCid": ("unixfs-raw-262144-174/1",),
    "tally": tuple(f"{method}/1" for method in METHODS),
    "tie": ("lot/1",),
    "winners": ("openzeppelin-standard/1",),
}

LIMITS = record(
    ("credits", "creditUnit", "maxScore", "minComparisons", "minVoters"),
    maxChoices=integer(1, 10_000),
    maxCandidates=integer(1, 10_000),
    credits=integer(1, 1_000_000),
    creditUnit=not_zero,
    maxScore=integer(2, 10),
    minComparisons=integer(1, 10_000),
    minVoters=integer(1, 10_000),
)

_FIGURES = {
    "cap": nullable(DECIMAL),
    "root": one_of("none", "square"),
    "numerator": DECIMAL,
    "denominator": not_zero,
}
_TIMES = rows(SECONDS, 1, 8)
TOKENS = ("erc20-votes", "erc721-votes", "erc20-balance", "erc721-balance", "erc1155-balance")


def _token(name, **more):
    return record(
        id=one_of(name),
        version=one_of("1"),
        chainId=CHAIN,
        token=ADDRESS,
        params=record(("times",), **_FIGURES, **more, times=_TIMES),
    )


STRATEGY = by_id(
    {
        **{name: _token(name) for name in TOKENS[:-1]},
        "erc1155-balance": _token("erc1155-balance", tokenId=uint256),
        "merkle-allowlist": record(
            id=one_of("merkle-allowlist"),
            version=one_of("1"),
            params=record(**_FIGURES, allowlistRoot=BYTES32, rows=integer(1, 1_000_000)),
        ),
        "fixed": record(id=one_of("fixed"), version=one_of("1"), params=record(amount=not_zero)),
    }
)
ALLOWLIST_ROW = record(account=ADDRESS, amount=not_zero)

RULES = record(
    protocol=PROTOCOL,
    algorithms=record(**{name: one_of(*values) for name, values in ALGORITHMS.items()}),
    chainId=CHAIN,
    collection=ADDRESS,
    nonce=BYTES32,
    title=text(1, 80),
    brief=text(1, 2000),
    method=one_of(*METHODS),
    limits=LIMITS,
    places=integer(1, 200),
    quorum=record(kind=one_of("voters", "power"), value=DECIMAL),
    strategies=rows(STRATEGY, 1, 16),
    powerCap=nullable(DECIMAL),
    snapshotAt=SECONDS,
    submissionsOpenAt=SECONDS,
    submissionsCloseAt=SECONDS,
    opensAt=SECONDS,
    closesAt=SECONDS,
    sealGrace=integer(0, 900),
    challengeSeconds=integer(0, 2**31),
    headInterval=integer(60, 86_400),
    finalityDepth=integer(0, 10_000),
    signingChains=rows(CHAIN, 1, 16),
    gates=rows(
        record(id=pattern("[a-z][a-z0-9-]{0,40}"), version=text(), threshold=integer(-(2**53) + 1, 2**53 - 1)),
        0,
        64,
    ),
    houseStyleHash=nullable(FILE_HASH),
    licence=record(id=text(1, 64), textHash=FILE_HASH),
    royalty=record(receiver=ADDRESS, bps=integer(0, 1000)),
    c2paRoot=BYTES32,
    recipient=record(kind=one_of("creator", "treasury", "sale"), address=nullable(ADDRESS)),
    treasury=ADDRESS,
    edition=record(kind=one_of("unique")),
    reward=record(kind=one_of("none")),
    operator=ADDRESS,
    shield=one_of("none"),
)

CANDIDATE = record(
    number=NUMBER,
    contentHash=FILE_HASH,
    contentCid=pattern("b[a-z2-7]{50,70}"),
    mime=one_of("image/png", "image/jpeg", "image/webp"),
    width=integer(1, 16_384),
    height=integer(1, 16_384),
    recipeHash=FILE_HASH,
    creator=ADDRESS,
    metadataHash=FILE_HASH,
    renditions=rows(record(role=one_of("thumb-320", "thumb-640"), sha256=FILE_HASH), 0, 8),
)

METADATA = record(
    number=NUMBER,
    title=text(1, 120),
    description=text(0, 2000),
    alt=text(1, 1000),
    traits=rows(record(name=text(1, 64), value=text(1, 128)), 0, 64),
    licence=text(1, 64),
    royaltyReceiver=ADDRESS,
)

BALLOT = record(
    round=BYTES32,
    candidateRoot=BYTES32,
    voter=ADDRESS,
    method=text(),
    choices=text(),
    note=text(),
    sequence=uint64,
    issuedAt=uint64,
    validUntil=uint64,
    agent=text(),
)

POST = record(("text",), signingChain=CHAIN, ballot=BALLOT, signature=HEX, text=text())

_KEY = record(kind=one_of("ecdsa"))
_CONTRACT = record(
    kind=one_of("erc1271", "erc6492"), chainId=CHAIN, blockNumber=uint64, blockHash=BYTES32
)


def _check(value, where):
    by_key = isinstance(value, dict) and value.get("kind") == "ecdsa"
    (_KEY if by_key else _CONTRACT)(value, where)


LEAF = record(
    ("text",),
    kind=one_of("ballot"),
    signingChain=CHAIN,
    ballot=BALLOT,
    signature=HEX,
    text=text(),
    check=_check,
    acceptedAt=SECONDS,
    random16=pattern("0x[0-9a-f]{32}"),
)

HEAD = record(round=BYTES32, size=uint64, root=BYTES32, signedAt=uint64)
RECEIPT = record(
    leaf=LEAF,
    leafIndex=integer(0, 2**53 - 1),
    path=rows(BYTES32, 0, 64),
    head=HEAD,
    headSignature=HEX,
)
ANCHOR = record(
    blockNumber=uint64,
    blockHash=BYTES32,
    blockTime=SECONDS,
    txHash=BYTES32,
    logIndex=integer(0, 2**53 - 1),
)
HEAD_ROW = record(head=HEAD, signature=HEX, anchor=nullable(ANCHOR))
LEAF_HASH_ROW = record(index=integer(0, 2**53 - 1), hash=BYTES32)
POSTED = record(ballot=HEX, anchor=ANCHOR)
VOID = record(number=NUMBER, reason=BYTES32, anchor=ANCHOR)

BLOCK = record(number=uint64, hash=BYTES32, timestamp=SECONDS)
LINKED = record(number=uint64, hash=BYTES32, timestamp=SECONDS, parentHash=BYTES32)

EVIDENCE = record(
    protocol=PROTOCOL,
    chainId=CHAIN,
    collection=ADDRESS,
    opening=record(
        anchor=ANCHOR,
        roundIndex=integer(1, 2**32 - 1),
        director=ADDRESS,
        guardian=ADDRESS,
        operator=ADDRESS,
    ),
    rotations=rows(record(operator=ADDRESS, formerOperator=ADDRESS, size=uint64, anchor=ANCHOR)),
    snapshots=rows(record(("at",), chainId=CHAIN, at=SECONDS, block=BLOCK, successor=LINKED)),
    tieSeed=record(block=LINKED, parent=BLOCK),
    proofs=rows(BLOCK, 0, 0),
)

_EARLIER = record(at=SECONDS, raw=DECIMAL, block=BLOCK, timepoint=nullable(uint64))
_LISTED = {"strategy": integer(0, 15), "version": one_of("1"), "raw": DECIMAL, "share": DECIMAL}


def _share(name):
    return record(
        ("atSnapshot", "earlier"),
        **_LISTED,
        id=one_of(name),
        chainId=CHAIN,
        token=ADDRESS,
        block=BLOCK,
        timepoint=nullable(uint64),
        codeHash=BYTES32,
        atSnapshot=DECIMAL,
        earlier=rows(_EARLIER, 1, 8),
    )


SHARE = by_id(
    {
        **{name: _share(name) for name in TOKENS},
        **{name: record(**_LISTED, id=one_of(name)) for name in ("merkle-allowlist", "fixed")},
    }
)
POWER = record(account=ADDRESS, power=DECIMAL, shares=rows(SHARE, 1, 16))

COUNTED = integer(0, 2**53 - 1)
ROUNDS = rows(
    record(
        totals=rows(record(number=NUMBER, votes=DECIMAL)),
        exhausted=DECIMAL,
        lost=DECIMAL,
        decision=record(
            kind=one_of("elected", "eliminated"),
            number=NUMBER,
            decidedBy=one_of("score", "count-back", "supporters", "lot"),
        ),
    ),
    0,
    200,
)
COUNTS = {
    "irv": record(kind=one_of("irv"), quota=one_of(None), rounds=ROUNDS),
    "stv": record(kind=one_of("stv"), quota=DECIMAL, rounds=ROUNDS),
    "score": record(
        kind=one_of("score"),
        maxScore=integer(2, 10),
        distribution=rows(record(number=NUMBER, voters=rows(COUNTED, 0, 10))),
    ),
    "quadratic": record(
        kind=one_of("quadratic"),
        overspent=rows(record(account=ADDRESS, spent=DECIMAL, credits=DECIMAL)),
    ),
    "pairwise": record(
        kind=one_of("pairwise"),
        duels=COUNTED,
        divisor=DECIMAL,
        prior=DECIMAL,
        comparisons=rows(record(number=NUMBER, duels=COUNTED)),
        pairs=rows(record(a=NUMBER, b=NUMBER, wonByA=COUNTED, wonByB=COUNTED, tied=COUNTED)),
    ),
}


def count_of_kind(value, where):
    kind = value.get("kind") if isinstance(value, dict) else None
    one_of(*COUNTS)(kind, f"{where}.kind")
    COUNTS[kind](value, where)


RESULT = record(
    ("count",),
    protocol=PROTOCOL,
    roundId=BYTES32,
    inputs=table(FILE_HASH),
    method=one_of(*METHODS),
    turnout=record(
        ballots=COUNTED,
        voters=COUNTED,
        power=DECIMAL,
        abstentions=COUNTED,
    ),
    quorum=record(kind=one_of("voters", "power"), value=DECIMAL, reached=boolean),
    tieSeed=record(blockNumber=uint64, blockHash=BYTES32, timestamp=SECONDS, parentTimestamp=SECONDS),
    ranking=rows(
        record(
            place=nullable(integer(1, 2**53 - 1)),
            number=NUMBER,
            score=DECIMAL,
            supporters=COUNTED,
            decidedBy=nullable(one_of("score", "count-back", "supporters", "lot")),
        )
    ),
    winners=rows(record(rank=RANK, number=NUMBER)),
    margin=nullable(DECIMAL),
    voided=rows(NUMBER),
    count=count_of_kind,
)

WINNER = record(rank=RANK, number=NUMBER, tokenDigest=BYTES32, recipient=ADDRESS)
CLOSE = record(
    closes=integer(1, 3),
    resultHash=BYTES32,
    winnersRoot=BYTES32,
    sharesRoot=BYTES32,
    sharesTotal=DECIMAL,
    bundleDigest=BYTES32,
    finalAt=SECONDS,
    anchor=ANCHOR,
)
MINT = record(
    rank=RANK,
    number=NUMBER,
    tokenId=DECIMAL,
    tokenDigest=BYTES32,
    recipient=ADDRESS,
    anchor=ANCHOR,
)
BLOCK_PROOF = record(
    chainId=CHAIN,
    number=uint64,
    header=HEX,
    transactions=rows(record(index=integer(0, 2**53 - 1), hash=BYTES32, logIndex=integer(0, 2**53 - 1))),
    nodes=rows(HEX),
)
POWER_PROOF = record(
    strategy=integer(0, 15),
    layout=one_of("votes-208", "votes-224", "balance"),
    slot=DECIMAL,
    account=rows(HEX),
    storage=rows(HEX),
)
POWER_PROOFS = record(protocol=PROTOCOL, proofs=rows(POWER_PROOF))
MANIFEST = record(
    protocol=PROTOCOL,
    roundId=BYTES32,
    files=rows(record(path=text(), bytes=integer(0, 512 * 2**20), sha256=FILE_HASH)),
)
