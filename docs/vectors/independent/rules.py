"""rules.json: what its fields say together, and the round that it names (section 1)."""

import shapes
from canonical import canonical
from fault import Fault
from trees import sha

_LOCAL_CHAIN = 31_337
_DAY = 86_400


def check(rules):
    shapes.RULES(rules, "rules")
    canonical(rules)
    times = [rules[name] for name in ("submissionsOpenAt", "submissionsCloseAt", "opensAt", "closesAt")]
    if any(a >= b for a, b in zip(times, times[1:])) or rules["snapshotAt"] > rules["opensAt"]:
        raise Fault("rules-times")
    if rules["challengeSeconds"] < _DAY and rules["chainId"] != _LOCAL_CHAIN:
        raise Fault("rules-times", "the challenge")
    tokens = [(one["chainId"], one["token"]) for one in rules["strategies"]]
    if len(set(tokens)) != len(tokens):
        raise Fault("rules-strategies")
    chains = rules["signingChains"]
    if rules["chainId"] not in chains or len(set(chains)) != len(chains):
        raise Fault("schema-invalid", "signingChains")
    if (rules["recipient"]["kind"] == "sale") != (rules["recipient"]["address"] is not None):
        raise Fault("schema-invalid", "recipient.address")
    return rules


def round_id(rules):
    return sha(canonical(rules))
