// Order statistics of a few figures.

// The smallest figure x with F(x) >= p.
export function percentile(figures, p) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
}

export const median = figures => percentile(figures, 0.5);
