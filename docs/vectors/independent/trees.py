"""The two kinds of trees of section 2, and the tagged hashes."""

from hashlib import sha256

from keccak import keccak256

ZERO = b"\0" * 32


def sha(data):
    return sha256(data).digest()


def tagged(purpose, *parts):
    return sha(b"verso/1/" + purpose.encode("ascii") + b"\0" + b"".join(parts))


def leaf_hash(data):
    return sha(b"\0" + data)


def root_of(hashes):
    """Root of an RFC 9162 tree over leaf hashes."""
    if not hashes:
        return sha(b"")
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return sha(b"\x01" + root_of(hashes[:split]) + root_of(hashes[split:]))


def inclusion_holds(leaf, index, size, path, root):
    """RFC 9162, section 2.1.3.2."""
    if index >= size:
        return False
    fn, sn, found = index, size - 1, leaf
    for sibling in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            found = sha(b"\x01" + sibling + found)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            found = sha(b"\x01" + found + sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and found == root


def inclusion_path(hashes, index):
    """Siblings of a leaf, from the leaf up: RFC 9162, section 2.1.3.1."""
    if len(hashes) < 2:
        return []
    split = 1 << (len(hashes) - 1).bit_length() - 1
    if index < split:
        return inclusion_path(hashes[:split], index) + [root_of(hashes[split:])]
    return inclusion_path(hashes[split:], index - split) + [root_of(hashes[:split])]


def consistency_path(hashes, first, whole=True):
    """Proof that the first leaves are the beginning of all: RFC 9162, section 2.1.4.1."""
    if first == len(hashes):
        return [] if whole else [root_of(hashes)]
    split = 1 << (len(hashes) - 1).bit_length() - 1
    if first <= split:
        return consistency_path(hashes[:split], first, whole) + [root_of(hashes[split:])]
    return consistency_path(hashes[split:], first - split, False) + [root_of(hashes[:split])]


def standard_leaf(leaf):
    return keccak256(keccak256(leaf))


def _standard_tree(leaves):
    """OpenZeppelin's Standard tree: the root first, leaves last and in falling order of their hashes."""
    hashes = sorted(map(standard_leaf, leaves))
    size = 2 * len(hashes) - 1
    tree = [b""] * size
    for i, value in enumerate(hashes):
        tree[size - 1 - i] = value
    for i in range(size - 1 - len(hashes), -1, -1):
        tree[i] = keccak256(b"".join(sorted((tree[2 * i + 1], tree[2 * i + 2]))))
    return tree


def standard_root(leaves):
    """Root over ABI-encoded leaves; zero without any."""
    return _standard_tree(leaves)[0] if leaves else ZERO


def standard_proof(leaves, leaf):
    """Siblings from one leaf up."""
    tree = _standard_tree(leaves)
    at, path = tree.index(standard_leaf(leaf), len(leaves) - 1), []
    while at > 0:
        path.append(tree[at + 1 if at % 2 else at - 1])
        at = (at - 1) // 2
    return path
