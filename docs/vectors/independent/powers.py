"""Voting power from what tokens answered: section 6."""

from math import isqrt


def share_of(strategy, amount):
    params = strategy["params"]
    if params["cap"] is not None:
        amount = min(amount, int(params["cap"]))
    if params["root"] == "square":
        amount = isqrt(amount)
    return amount * int(params["numerator"]) // int(params["denominator"])


def total(rules, shares):
    power = sum(shares)
    return power if rules["powerCap"] is None else min(power, int(rules["powerCap"]))


def is_sound(rules, record):
    """Whether a record follows from the rules and the raw answers."""
    strategies, shares = rules["strategies"], record["shares"]
    if len(shares) != len(strategies):
        return False
    for index, (strategy, share) in enumerate(zip(strategies, shares)):
        same = all(share[name] == strategy[name] for name in ("id", "version", "chainId", "token"))
        if not same or share["strategy"] != index:
            return False
        if share_of(strategy, int(share["raw"])) != int(share["share"]):
            return False
        if share["block"]["timestamp"] > rules["snapshotAt"]:
            return False
        fits = (share["block"]["number"], str(rules["snapshotAt"]))
        if share["timepoint"] not in (fits if strategy["id"] == "erc20-votes" else (None,)):
            return False
    return total(rules, [int(share["share"]) for share in shares]) == int(record["power"])
