#!/usr/bin/env python3
"""Prints the values quoted in distributions_test.cpp, to 20 digits (python3-mpmath)."""
from mpmath import beta, betainc, gammainc, inf, mp, mpf, nstr

mp.dps = 40


def beta_quantile(a, b, p):
    low, high = mpf(0), mpf(1)
    for _ in range(200):
        middle = (low + high) / 2
        if betainc(a, b, 0, middle, regularized=True) < p:
            low = middle
        else:
            high = middle
    return low


print("PERT: low, mode, high, u, quantile")
for low, mode, high in [(2, 3, 6), (0, 0, 1), (10000, 25000, 50000)]:
    c = mpf(mode - low) / (high - low)
    for p in [1e-9, 0.01, 0.3, 0.7, 0.999]:
        x = beta_quantile(1 + 4 * c, 5 - 4 * c, mpf(p))
        print(f"{{{low}, {mode}, {high}, {p}, {nstr(low + (high - low) * x, 20)}}},")

print("Poisson: rate, k, F(k)")
for rate, counts in [(0.8, [0, 1, 3]), (700.0, [640, 700, 780]), (1e6, [998000, 1000000, 1003000])]:
    for k in counts:
        print(f"{{{rate}, {k}, {nstr(gammainc(k + 1, mpf(rate), inf, regularized=True), 20)}}},")
