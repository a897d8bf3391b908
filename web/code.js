// The program's code with its kinds of numbers apart, as tools/part.mjs packs it: like follows like, and packs smaller.
//   packed   bytes of the program before the code of its first function, functions, bytes in each stream (all LEB128);
//            the streams; the program without its functions
// Stream 0 has the opcodes, 1 the locals' types, 0x80 + a load's or store's opcode the locals before it, 256 + the next
// opcode the constants of i32, 512 + the next the functions called; others have the opcode that their
// numbers follow, or a free one.
export const streams = 768;

const isMemory = opcode => opcode > 0x27 && opcode < 0x3f;

// One function's body from end to end. Both directions walk it: number(stream) carries a number in LEB128 and returns
// it, bytes(stream, count) carries bytes and returns the last, next() is the opcode behind a number not yet carried.
export function walkBody(number, bytes, next) {
  for (let runs = number(1); runs > 0; --runs) { number(1); bytes(1, 1); }
  for (let depth = 1; depth > 0;) {
    const opcode = bytes(0, 1);
    if (opcode > 1 && opcode < 5) { ++depth; number(2); }                                       // block, loop, if
    else if (opcode === 0x0b) --depth;                                                          // end
    else if (opcode === 0x0e) for (let labels = number(0x0e); labels >= 0; --labels) number(0x0e);  // br_table
    else if (opcode === 0x11) { number(0x11); number(0x12); }                                   // call_indirect
    else if (opcode > 0x1f && opcode < 0x23) {                                                  // local.*
      const then = opcode === 0x20 ? next() : 0;
      number(isMemory(then) ? then + 0x80 : 0x20);
    } else if (isMemory(opcode)) { number(opcode + 0x60); number(opcode); }                     // loads and stores
    else if (opcode === 0x10) number(512 + next());                                             // call
    else if (opcode === 0x41) number(256 + next());                                             // i32.const
    else if (opcode === 0x43) bytes(0x43, 4);                                                   // f32.const
    else if (opcode === 0x44) bytes(0x44, 8);                                                   // f64.const
    else if (opcode === 0xfc) {                                                                 // of tables and memory
      const kind = number(0);
      if (kind > 7) number(0xfc);
      if (kind > 7 && kind < 15 && kind % 2 === 0) number(0xfc);
    } else if (opcode === 0xfd) {                                                               // v128
      const kind = number(0), isLane = kind > 83 && kind < 92;
      if (kind < 12 || isLane || kind === 92 || kind === 93) { number(0xfd); number(0xfe); }
      if (kind === 12 || kind === 13) bytes(0xff, 16);
      if (kind > 20 && kind < 35 || isLane) bytes(0xfb, 1);
    } else if (opcode === 0x0c || opcode === 0x0d || opcode === 0x23 || opcode === 0x24
      || opcode === 0x3f || opcode === 0x40 || opcode === 0x42) number(opcode);
  }
}

export function joined(packed) {
  const places = new Uint32Array(streams + 1);
  let out = new Uint8Array(4 * streams), end = 0;
  const bytes = (stream, count) => {
    for (; count > 0; --count) out[end++] = packed[places[stream]++];
    return out[end - 1];
  };
  const number = stream => {
    let value = 0, shift = 0, byte, place = places[stream];
    do {
      byte = out[end++] = packed[place++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    places[stream] = place;
    return value;
  };
  // The head is read as if it were the opcodes; what that wrote is dropped.
  const before = number(0);
  let functions = number(0);
  const lengths = Array.from({ length: streams }, () => number(0));
  let at = places[0];
  lengths.forEach((length, stream) => { places[stream] = at; at += length; });
  places[streams] = at;
  out = new Uint8Array(packed.length + 5 * functions + 5);
  end = 0;
  bytes(streams, before);
  for (; functions > 0; --functions) {
    // A body has its length in front: known when it is there.
    const start = end, body = end += 5;
    walkBody(number, bytes, () => packed[places[0]]);
    const stop = end;
    let length = stop - body;
    for (end = start; length > 127; length >>= 7) out[end++] = length & 127 | 128;
    out[end++] = length;
    out.copyWithin(end, body, stop);
    end += stop - body;
  }
  bytes(streams, packed.length - places[streams]);
  return out.subarray(0, end);
}
