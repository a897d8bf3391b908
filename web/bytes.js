// Bytes of the page's parts: their number, then LZMA of them with one bit of context, as text (tools/part.mjs).

// Each character stands for six bits below 3, or for seven: those of 1 to 127 but for CR and "<".
function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  let length = 0, held = 0, count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i), letter = code - 1 - (code > 13) - (code > 60);
    held = letter < 3 ? held << 6 | letter : held << 7 | letter + 3;
    count += letter < 3 ? 6 : 7;
    if (count < 8) continue;
    count -= 8;
    bytes[length++] = held >> count;
    held &= (1 << count) - 1;
  }
  return bytes.subarray(0, length);
}

// The probabilities: of each of 12 states, of lengths, of distances, of bytes.
const isMatch = 0, isRepeat = 12, isOlder = 24, isSecondOlder = 36, isFourth = 48, isLong = 60, matchLength = 72,
  repeatLength = 346, slots = 620, lowBits = 876, middleBits = 892, literals = 1008;

export function unpacked(text) {
  const input = bytesOf(text);
  const word = at => (input[at] << 24 | input[at + 1] << 16 | input[at + 2] << 8 | input[at + 3]) >>> 0;
  const out = new Uint8Array(word(0)), chances = new Uint16Array(literals + 2 * 0x300).fill(1024);
  // In an array, for a number of 32 bits in a variable of closures is an object each time.
  const coder = Uint32Array.of(0xffffffff, word(5)), range = 0, code = 1;
  let at = 9, end = 0, state = 0, length;
  let [distance, second, third, fourth] = [0, 0, 0, 0];

  const refill = () => {
    if (coder[range] >>> 24 > 0) return;
    coder[range] <<= 8;
    coder[code] = coder[code] << 8 | input[at++];
  };
  const bit = place => {
    const chance = chances[place], bound = (coder[range] >>> 11) * chance;
    if (coder[code] < bound) {
      coder[range] = bound;
      chances[place] = chance + (2048 - chance >> 5);
      refill();
      return 0;
    }
    coder[range] -= bound;
    coder[code] -= bound;
    chances[place] = chance - (chance >> 5);
    refill();
    return 1;
  };
  const tree = (place, bits) => {
    let node = 1;
    for (let k = 0; k < bits; ++k) node = node << 1 | bit(place + node);
    return node - (1 << bits);
  };
  const lowFirst = (place, bits) => {
    let node = 1, value = 0;
    for (let k = 0; k < bits; ++k) {
      const next = bit(place + node);
      node = node << 1 | next;
      value |= next << k;
    }
    return value;
  };
  const even = bits => {
    let value = 0;
    for (; bits > 0; --bits) {
      coder[range] >>>= 1;
      const isOne = coder[code] >= coder[range] ? 1 : 0;
      coder[code] -= isOne * coder[range];
      value = value << 1 | isOne;
      refill();
    }
    return value;
  };
  const lengthAt = place => !bit(place) ? tree(place + 2, 3)
    : !bit(place + 1) ? 8 + tree(place + 10, 3) : 16 + tree(place + 18, 8);
  const literal = () => {
    const place = literals + 0x300 * (end > 0 ? out[end - 1] >> 7 : 0);
    let symbol = 1;
    // After a match the byte is likely to differ from the one that the match would go on with.
    if (state > 6) for (let likely = out[end - distance - 1] | 256; symbol < 256;) {
      likely <<= 1;
      const expected = likely >> 8 & 1, next = bit(place + (1 + expected << 8) + symbol);
      symbol = symbol << 1 | next;
      if (next !== expected) break;
    }
    while (symbol < 256) symbol = symbol << 1 | bit(place + symbol);
    out[end++] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  const newDistance = () => {
    [distance, second, third, fourth] = [0, distance, second, third];
    const slot = tree(slots + 64 * Math.min(length, 3), 6), bits = (slot >> 1) - 1;
    if (slot < 4) { distance = slot; return; }
    distance = (2 | slot & 1) << bits;
    distance += slot < 14 ? lowFirst(middleBits + distance - slot, bits) : even(bits - 4) * 16 + lowFirst(lowBits, 4);
  };
  const oldDistance = () => {
    if (!bit(isSecondOlder + state)) [distance, second] = [second, distance];
    else if (!bit(isFourth + state)) [distance, second, third] = [third, distance, second];
    else [distance, second, third, fourth] = [fourth, distance, second, third];
  };

  while (end < out.length) {
    if (!bit(isMatch + state)) { literal(); continue; }
    if (!bit(isRepeat + state)) {
      length = lengthAt(matchLength);
      state = state < 7 ? 7 : 10;
      newDistance();
    } else if (bit(isOlder + state) ? oldDistance() || true : bit(isLong + state)) {
      length = lengthAt(repeatLength);
      state = state < 7 ? 8 : 11;
    } else {
      length = -1;
      state = state < 7 ? 9 : 11;
    }
    for (length += 2; length > 0; --length, ++end) out[end] = out[end - distance - 1];
  }
  return out;
}
