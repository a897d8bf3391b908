// Tables as text: the first column left, figures right-aligned under their titles.

// A figure in three digits.
export function short(x) {
  if (x === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x))));
  return x.toFixed(Math.min(digits, 3));
}

export function table(titles, rows) {
  const lines = [titles, ...rows].map(row => row.map(String));
  const widths = titles.map((_, column) => Math.max(...lines.map(line => line[column].length)));
  const text = lines.map(line => line.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])).join('  ').trimEnd());
  return [text[0], '-'.repeat(Math.max(...text.map(line => line.length))), ...text.slice(1)].join('\n');
}

export const section = (title, ...paragraphs) => `\n== ${title}\n\n${paragraphs.filter(Boolean).join('\n\n')}\n`;
