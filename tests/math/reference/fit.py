#!/usr/bin/env python3
"""Polynomial and table constants of src/math/elementary*.h and .cpp.

Near-minimax fits (Chebyshev interpolation in 60 digits, coefficients then rounded to double).
Prints C++ text. Needs python3-mpmath.
"""
from mpmath import mp, mpf, exp, log, cos, pi, lu_solve, matrix, expm1

mp.dps = 60


def chebyshev(f, low, high, degree):
    """Coefficients c0..cn of the polynomial that interpolates f at the Chebyshev points."""
    n = degree + 1
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    system = matrix(n, n)
    for i, x in enumerate(nodes):
        for j in range(n):
            system[i, j] = x ** j
    return [c for c in lu_solve(system, matrix([f(x) for x in nodes]))]


def worst(f, coefficients, low, high, weight):
    doubles = [mpf(float(c)) for c in coefficients]
    error = 0
    for k in range(2001):
        x = low + (high - low) * k / 2000
        if x == 0:
            continue
        p = sum(c * x ** j for j, c in enumerate(doubles))
        error = max(error, abs((p - f(x)) * weight(x)))
    return float(log(error, 2))


def show(name, coefficients):
    print(f"// {name}")
    print(", ".join(repr(float(c)) for c in coefficients))


def exp_tail(r):  # e^r = 1 + r + r^2 q(r)
    if abs(r) < mpf(10) ** -15:
        return mpf(1) / 2 + r / 6
    return (expm1(r) - r) / r ** 2


def log_tail(z):  # log((1 + s) / (1 - s)) = 2 s + s z q(z), z = s^2
    if z < mpf(10) ** -20:
        return mpf(2) / 3 + 2 * z / 5
    s = mp.sqrt(z)
    return (log((1 + s) / (1 - s)) / s - 2) / z


def log1p_tail(r):  # log(1 + r) = r - r^2 / 2 + r^3 q(r)
    if abs(r) < mpf(10) ** -15:
        return mpf(1) / 3 - r / 4
    return (mp.log1p(r) - r + r * r / 2) / r ** 3


half_ln2 = log(2) / 2 * mpf("1.0001")
c = chebyshev(exp_tail, -half_ln2, half_ln2, 10)
show(f"exp: q, error 2^{worst(exp_tail, c, -half_ln2, half_ln2, lambda r: r * r):.1f}", c)

z_max = ((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)) ** 2 * mpf("1.0001")
c = chebyshev(log_tail, mpf(0), z_max, 7)
show(f"log: q, error relative to log 2^{worst(log_tail, c, mpf(0), z_max, lambda z: z / 2):.1f}", c)

# Table of pow: m in [1/sqrt2, sqrt2) by its leading bits; inverse c has at most 9 bits, so that
# m * c - 1 is exact in two parts.
edge = mpf("0.0053")
c = chebyshev(log1p_tail, -edge, edge, 6)
show(f"pow: q, error 2^{worst(log1p_tail, c, -edge, edge, lambda r: r ** 3):.1f}", c)

# The table of pow: 128 intervals of the significand; `inverse` is near 1 / centre with at most 10
# bits, exactly 1 for the interval that holds 1. -log(inverse) in two parts, the first a multiple of
# 2^-42, as is the first part of ln 2, so that k * ln2_high + log_high is exact for |k| < 1100.
import struct

OFFSET = 0x3FE6955500000000


def as_double(b):
    return struct.unpack("<d", struct.pack("<Q", b))[0]


def two_parts(value):
    high = mp.floor(value * mpf(2) ** 42 + mpf(1) / 2) / mpf(2) ** 42
    return float(high), float(value - high)


largest = mpf(0)
print("// pow: ln 2 in two parts", [h.hex() for h in two_parts(log(2))])
print("// {inverse, log_high, log_low}")
for i in range(128):
    low, high = mpf(as_double(OFFSET + (i << 45))), mpf(as_double(OFFSET + ((i + 1) << 45)))
    inverse = mp.nint(2 / (low + high) * 512) / 512
    if low <= 1 < high:
        inverse = mpf(1)
    largest = max(largest, abs(low * inverse - 1), abs(high * inverse - 1))
    h, l = two_parts(-log(inverse))
    print(f"    {{{float(inverse).hex()}, {h.hex()}, {l.hex()}}},")
print(f"// largest |m * inverse - 1| = {float(largest)}")


def normal_tail(z):  # F(-y) e^(y^2 / 2) y = 1 / sqrt(2 pi) - z q(z), z = 1 / y^2
    y = 1 / mp.sqrt(z)
    return (1 / mp.sqrt(2 * pi) - y * mp.erfc(y / mp.sqrt(2)) / 2 * exp(y * y / 2)) / z


first, last = mpf(1) / 1600, mpf(1) / 32
c = chebyshev(normal_tail, first, last, 15)
show(f"normal_cdf: tail, error relative to F 2^{worst(normal_tail, c, first, last, lambda z: z * 2.6):.1f}", c)


def normal_centre(z):  # (F(x) - 1/2) / x, z = x^2
    x = mp.sqrt(z)
    return mp.erf(x / mp.sqrt(2)) / (2 * x) if z > mpf(10) ** -30 else 1 / mp.sqrt(2 * pi)


c = chebyshev(normal_centre, mpf(0), mpf("0.456"), 10)
show(f"normal_cdf: centre, error 2^{worst(normal_centre, c, mpf(0), mpf('0.456'), lambda z: 3):.1f}", c)
