"""Recovery of the account behind a signature on secp256k1 (SEC 1, section 4.1.6)."""

from functools import lru_cache

from keccak import keccak256

_P = 2**256 - 2**32 - 977
_N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
_G = (
    0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
    0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8,
    1,
)
_INFINITY = (0, 1, 0)

ORDER = _N
HALF_ORDER = _N // 2


def _double(point):
    x, y, z = point
    if not z or not y:
        return _INFINITY
    ysq = y * y % _P
    s = 4 * x * ysq % _P
    m = 3 * x * x % _P
    nx = (m * m - 2 * s) % _P
    return nx, (m * (s - nx) - 8 * ysq * ysq) % _P, 2 * y * z % _P


def _add(p, q):
    if not p[2]:
        return q
    if not q[2]:
        return p
    z1, z2 = p[2] * p[2] % _P, q[2] * q[2] % _P
    u1, u2 = p[0] * z2 % _P, q[0] * z1 % _P
    s1, s2 = p[1] * z2 * q[2] % _P, q[1] * z1 * p[2] % _P
    if u1 == u2:
        return _double(p) if s1 == s2 else _INFINITY
    h, r = u2 - u1, s2 - s1
    h2 = h * h % _P
    h3, u1h2 = h * h2 % _P, u1 * h2 % _P
    x = (r * r - h3 - 2 * u1h2) % _P
    return x, (r * (u1h2 - x) - s1 * h3) % _P, h * p[2] * q[2] % _P


def _combine(a, p, b, q):
    """a·P + b·Q, both scalars walked together."""
    both, out = _add(p, q), _INFINITY
    for bit in range(255, -1, -1):
        out = _double(out)
        in_a, in_b = a >> bit & 1, b >> bit & 1
        if in_a and in_b:
            out = _add(out, both)
        elif in_a:
            out = _add(out, p)
        elif in_b:
            out = _add(out, q)
    return out


@lru_cache(maxsize=65_536)
def recover(digest, r, s, parity):
    """The address (20 bytes) that signed 32 bytes; None when no account has this signature."""
    x = r
    square = (x * x * x + 7) % _P
    y = pow(square, (_P + 1) // 4, _P)
    if y * y % _P != square:
        return None
    if y & 1 != parity:
        y = _P - y
    inverse = pow(r, -1, _N)
    z = int.from_bytes(digest, "big") % _N
    point = _combine(-z * inverse % _N, _G, s * inverse % _N, (x, y, 1))
    if not point[2]:
        return None
    shrink = pow(point[2], -1, _P)
    px, py = point[0] * shrink**2 % _P, point[1] * shrink**3 % _P
    return keccak256(px.to_bytes(32, "big") + py.to_bytes(32, "big"))[12:]
