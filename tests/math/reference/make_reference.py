#!/usr/bin/env python3
"""Writes elementary_reference.h: values of the elementary functions to 100 digits.

    python3 make_reference.py > elementary_reference.h      (python3-mpmath; seed fixed)

Arguments are doubles, taken exactly. A value is given as the nearest double and, as a second double,
what that leaves out: about 106 bits, enough to measure errors of a hundredth of an ulp.
"""
import random
import struct

from mpmath import mp, mpf, erfc, exp, expm1, log, log1p, pi, power, sqrt

mp.dps = 100
random.seed(20)


def any_positive_double():
    return struct.unpack("<d", struct.pack("<Q", random.randrange(1, 0x7FF0000000000000)))[0]


def cdf(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def quantile(p):
    if p > mpf(1) / 2:
        return -quantile(1 - p)
    tail = sqrt(-2 * log(p))
    x = -(tail - (2.515517 + 0.802853 * tail) / (1 + 1.432788 * tail + 0.189269 * tail ** 2)) * 0.9
    for _ in range(100):
        step = (log(cdf(x)) - log(p)) * cdf(x) / (exp(-x * x / 2) / sqrt(2 * pi))
        x -= step
        if abs(step) < mpf(10) ** -80:
            break
    return x


def show(function, x, y, value):
    high = float(value)
    print(f"    {{Function::{function}, {float(x).hex()}, {float(y).hex()}, {high.hex()}, "
          f"{float(value - mpf(high)).hex()}}},")


def table(function, f, arguments):
    for x in arguments:
        show(function, x, 0.0, f(mpf(x)))


u = random.uniform
print("// Made by make_reference.py: value = exact result of the function at x (and y), rounded;")
print("// rest = what rounding left out. 100 digits were computed.")
print("#pragma once\n")
print("namespace fulcrum::reference {\n")
print("enum class Function { Exp, Expm1, Log, Log1p, Pow, NormalCdf, NormalQuantile };\n")
print("struct Value {\n    Function function;\n    double x, y, value, rest;\n};\n")
print("// clang-format off\ninline constexpr Value elementary[] = {")
table("Exp", exp, [1.0, -1.0, 0.5, 1e-9, -1e-17, 0.34657, 0.34658, -0.34657, -0.34658, 709.78, -708.39,
                   -708.5, -720.0, -744.0] + [u(-745, 709.7) for _ in range(120)] + [u(-1, 1) for _ in range(120)])
table("Expm1", expm1, [1e-300, 1e-17, -1e-9, 0.3399, 0.3401, -0.3399, -0.3401, 1.0, -1.0, 40.0, -40.0] +
      [u(-1, 1) for _ in range(60)])
table("Log", log, [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0, 10.0, 0.5, 0.70710678118654746,
                   0.70710678118654757, 1.4142135623730949, 1.4142135623730951, 1 - 2.0 ** -53, 1 + 2.0 ** -52] +
      [any_positive_double() for _ in range(100)] + [u(0.5, 2) for _ in range(100)] +
      [1 + u(-1e-3, 1e-3) for _ in range(50)])
table("Log1p", log1p, [1e-300, -1e-17, 1e-9, -0.5, -0.29289321881345254, 1.0, 1e10, -1 + 2.0 ** -53] +
      [u(-1, 1) * 10 ** -u(0, 12) for _ in range(60)] + [u(-0.9, 5) for _ in range(60)])
pairs = [(1.01, 12.0), (1.08, 30.0), (2.0, 0.1), (10.0, -3.0), (10.0, 22.0), (0.999999, 1e6), (1 + 2.0 ** -52, 1e15),
         (1 - 2.0 ** -53, -1e16), (5e-324, 0.3), (1.7e308, 0.99), (3.0, 1.5), (0.5, 1074.0), (7.0, 1 / 3)]
pairs += [(u(0.5, 1.5), u(-900, 900)) for _ in range(100)] + [(u(0.9, 1.1), u(-5000, 5000)) for _ in range(100)]
pairs += [(any_positive_double(), u(-1, 1)) for _ in range(100)] + [(1 + u(0, 0.3), u(0, 60)) for _ in range(100)]
for x, y in pairs:
    if mpf("1e-307") < power(mpf(x), mpf(y)) < mpf("1e308"):
        show("Pow", x, y, power(mpf(x), mpf(y)))
table("NormalCdf", cdf, [0.0, 1.0, -1.0, 0.67448975, -0.67448975, -0.67448976, -5.6568542494923797,
                         -5.6568542494923806, -8.3, -20.0, -37.5, 8.2] + [u(-37.5, 0) for _ in range(120)] +
      [u(-8, 8) for _ in range(120)])
table("NormalQuantile", quantile, [0.05, 0.95, 0.1, 0.25, 0.975, 0.075, 0.925, 0.0749999, 2.0 ** -53, 1 - 2.0 ** -53,
                                   2.0 ** -33, 1e-300, 5e-324, 0.50000001, 1.3e-11, 1.5e-11] +
      [u(0, 1) for _ in range(120)] + [10 ** -u(0, 300) for _ in range(60)] +
      [0.5 + u(-1, 1) * 10 ** -u(1, 14) for _ in range(40)])
print("};\n// clang-format on\n\n}  // namespace fulcrum::reference")
