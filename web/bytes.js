// Bytes of the page's parts: raw deflate, as text (tools/part.mjs).

// Each character stands for six bits below 36, or for seven.
function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  let length = 0, held = 0, count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i), letter = code - 33 - (code > 38) - (code > 60);
    held = letter < 36 ? held << 6 | letter : held << 7 | letter + 36;
    count += letter < 36 ? 6 : 7;
    if (count < 8) continue;
    count -= 8;
    bytes[length++] = held >> count;
    held &= (1 << count) - 1;
  }
  return bytes.subarray(0, length);
}

async function inflated(text) {
  const bytes = bytesOf(text);
  let stream;
  try {
    stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  } catch {
    return inflate(bytes);
  }
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// For browsers without DecompressionStream. The bytes are our own, so that nothing is checked.
function inflate(bytes) {
  let out = new Uint8Array(bytes.length * 4), length = 0, at = 0, hold = 0, held = 0;
  const bits = count => {
    while (held < count) { hold |= bytes[at++] << held; held += 8; }
    const value = hold & ((1 << count) - 1);
    hold >>>= count;
    held -= count;
    return value;
  };
  const put = byte => {
    if (length === out.length) { const more = new Uint8Array(length * 2); more.set(out); out = more; }
    out[length++] = byte;
  };
  // Canonical codes: how many there are of each length, and the symbols in order.
  const table = lengths => {
    const count = new Uint16Array(16), start = new Uint16Array(16), symbols = [];
    for (const l of lengths) count[l]++;
    count[0] = 0;
    for (let l = 1; l < 16; l++) start[l] = start[l - 1] + count[l - 1];
    lengths.forEach((l, symbol) => { if (l) symbols[start[l]++] = symbol; });
    return { count, symbols };
  };
  const symbol = ({ count, symbols }) => {
    for (let code = 0, first = 0, index = 0, l = 1; ; l++) {
      code |= bits(1);
      if (code - first < count[l]) return symbols[index + code - first];
      index += count[l];
      first = (first + count[l]) << 1;
      code <<= 1;
    }
  };
  const base = (first, extra) => extra.map(e => { const b = first; first += 1 << e; return b; });
  const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const lengthBase = base(3, lengthExtra);
  lengthBase[28] = 258;
  const distanceExtra = Array.from({ length: 30 }, (_, i) => i < 2 ? 0 : (i >> 1) - 1);
  const distanceBase = base(1, distanceExtra);
  const fixed = [table(Array.from({ length: 288 }, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
    table(Array(30).fill(5))];
  const dynamic = () => {
    const literals = bits(5) + 257, distances = bits(5) + 1, codes = bits(4) + 4;
    const lengths = Array(19).fill(0);
    for (let i = 0; i < codes; i++)
      lengths[[16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15][i]] = bits(3);
    const code = table(lengths), all = [];
    while (all.length < literals + distances) {
      const s = symbol(code);
      if (s < 16) { all.push(s); continue; }
      const value = s === 16 ? all[all.length - 1] : 0;
      const times = s === 16 ? 3 + bits(2) : s === 17 ? 3 + bits(3) : 11 + bits(7);
      for (let i = 0; i < times; i++) all.push(value);
    }
    return [table(all.slice(0, literals)), table(all.slice(literals))];
  };
  for (let last = 0; !last;) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) {
      hold = held = 0;
      const count = bytes[at] | bytes[at + 1] << 8;
      at += 4;
      for (let i = 0; i < count; i++) put(bytes[at++]);
      continue;
    }
    const [literal, distance] = kind === 1 ? fixed : dynamic();
    for (let s; (s = symbol(literal)) !== 256;) {
      if (s < 256) { put(s); continue; }
      const count = lengthBase[s - 257] + bits(lengthExtra[s - 257]);
      const d = symbol(distance), back = distanceBase[d] + bits(distanceExtra[d]);
      for (let i = 0; i < count; i++) put(out[length - back]);
    }
  }
  return out.subarray(0, length);
}
