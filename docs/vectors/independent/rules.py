"""rules.json: what its fields say together, and the round that it names (section 1)."""

import shapes
from canonical import canonical
from fault import Fault
from trees import sha

_LOCAL_CHAIN = 31_337
_DAY = 86_400
_LIMITS = {
    "quadratic": {"credits", "creditUnit"},
    "score": {"maxScore"},
    "pairwise": {"minComparisons", "minVoters"},
}
_RANKED_MOST = 200


def _fits_method(rules):
    """Whether the limits and the algorithm belong to the method."""
    method, limits = rules["method"], rules["limits"]
    fits = set(limits) == {"maxChoices", "maxCandidates"} | _LIMITS.get(method, set())
    fits = fits and rules["algorithms"]["tally"] == f"{method}/1"
    fits = fits and (method != "single" or limits["maxChoices"] == 1)
    return fits and (method != "ranked" or limits["maxCandidates"] <= _RANKED_MOST)


def _source(one):
    params = one["params"]
    if "token" in one:
        return (one["chainId"], one["token"], params.get("tokenId"))
    return (one["id"], params.get("allowlistRoot"))


def _check_strategies(rules):
    sources = []
    for one in rules["strategies"]:
        if _source(one) in sources:
            raise Fault("rules-strategies")
        sources.append(_source(one))
        times = [*one["params"].get("times", []), rules["snapshotAt"]]
        if any(a >= b for a, b in zip(times, times[1:])):
            raise Fault("rules-times", "times of a strategy")


def check(rules):
    shapes.RULES(rules, "rules")
    canonical(rules)
    times = [rules[name] for name in ("submissionsOpenAt", "submissionsCloseAt", "opensAt", "closesAt")]
    if any(a >= b for a, b in zip(times, times[1:])) or rules["snapshotAt"] > rules["opensAt"]:
        raise Fault("rules-times")
    if rules["challengeSeconds"] < _DAY and rules["chainId"] != _LOCAL_CHAIN:
        raise Fault("rules-times", "the challenge")
    _check_strategies(rules)
    if not _fits_method(rules):
        raise Fault("rules-method")
    chains = rules["signingChains"]
    if rules["chainId"] not in chains or len(set(chains)) != len(chains):
        raise Fault("schema-invalid", "signingChains")
    if (rules["recipient"]["kind"] == "sale") != (rules["recipient"]["address"] is not None):
        raise Fault("schema-invalid", "recipient.address")
    return rules


def round_id(rules):
    return sha(canonical(rules))
