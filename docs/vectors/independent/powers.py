"""Voting power from what tokens and lists say: section 6."""

from math import isqrt

_DELEGATED = ("erc20-votes", "erc721-votes")


def share_of(strategy, amount):
    params = strategy["params"]
    if strategy.get("id") == "fixed":
        return amount
    if params["cap"] is not None:
        amount = min(amount, int(params["cap"]))
    if params["root"] == "square":
        amount = isqrt(amount)
    return amount * int(params["numerator"]) // int(params["denominator"])


def total(rules, shares):
    power = sum(shares)
    return power if rules["powerCap"] is None else min(power, int(rules["powerCap"]))


def on_chain(rules, record, chain):
    """What a contract's ballot weighs that was checked on a chain."""
    pairs = zip(rules["strategies"], record["shares"])
    # Lists and fixed amounts are of the home chain.
    return total(rules, [int(share["share"]) for one, share in pairs if one.get("chainId", rules["chainId"]) == chain])


def moments(rules):
    """Every chain and time that powers are read at, once, in order."""
    tokens = [one for one in rules["strategies"] if "token" in one]
    return sorted(
        {
            (one["chainId"], at)
            for one in tokens
            for at in [*one["params"].get("times", []), rules["snapshotAt"]]
        }
    )


def _fits(strategy, read):
    """Whether a token was asked for the moment `at` of a read."""
    if read["block"]["timestamp"] > read["at"]:
        return False
    fits = (read["block"]["number"], str(read["at"])) if strategy["id"] in _DELEGATED else (None,)
    return read["timepoint"] in fits


def _token_is_sound(rules, strategy, share):
    if any(share[name] != strategy[name] for name in ("chainId", "token")):
        return False
    if not _fits(strategy, {**share, "at": rules["snapshotAt"]}):
        return False
    times, earlier = strategy["params"].get("times"), share.get("earlier", [])
    if [read["at"] for read in earlier] != (times or []) or ("atSnapshot" in share) != (times is not None):
        return False
    if not all(_fits(strategy, read) for read in earlier):
        return False
    reads = [int(read["raw"]) for read in earlier] + [int(share.get("atSnapshot", share["raw"]))]
    return int(share["raw"]) == min(reads)


def is_sound(rules, record):
    """Whether a record follows from the rules and the raw answers."""
    strategies, shares = rules["strategies"], record["shares"]
    if len(shares) != len(strategies):
        return False
    for index, (strategy, share) in enumerate(zip(strategies, shares)):
        same = all(share[name] == strategy[name] for name in ("id", "version"))
        if not same or share["strategy"] != index:
            return False
        if share_of(strategy, int(share["raw"])) != int(share["share"]):
            return False
        if strategy["id"] == "fixed" and share["raw"] != strategy["params"]["amount"]:
            return False
        if "token" in strategy and not _token_is_sound(rules, strategy, share):
            return False
    return total(rules, [int(share["share"]) for share in shares]) == int(record["power"])
