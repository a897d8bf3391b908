// apart(wasm): the program with its functions' code in streams (web/code.js, which puts it together again).
import { joined, streams, walkBody } from '../web/code.js';

const codeSection = 10;

const lebOf = value => {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push(value & 127 | 128);
  return [...bytes, value];
};

export function apart(wasm) {
  const held = Array.from({ length: streams }, () => []);
  let at = 8;
  const unknown = 'the code has an opcode that web/code.js does not know';
  const bytes = (stream, count) => {
    if (at + count > wasm.length) throw new Error(unknown);
    for (; count > 0; --count) held[stream].push(wasm[at++]);
    return wasm[at - 1];
  };
  const afterNumber = () => {
    let end = at;
    while (wasm[end] > 127) ++end;
    return end + 1;
  };
  const valueOf = (start, end) =>
    wasm.subarray(start, end).reduce((value, byte, place) => value | (byte & 127) << 7 * place, 0);
  const number = stream => {
    const start = at, end = afterNumber();
    bytes(stream, end - start);
    return valueOf(start, end);
  };
  const skipped = () => {
    const start = at;
    at = afterNumber();
    return valueOf(start, at);
  };

  for (let bytesLeft; wasm[at++] !== codeSection; at += bytesLeft) {
    bytesLeft = skipped();
    if (at >= wasm.length) throw new Error('the program has no functions');
  }
  skipped();
  const functions = skipped(), before = at;
  for (let index = 0; index < functions; ++index) {
    const end = skipped() + at;
    walkBody(number, bytes, () => wasm[afterNumber()]);
    if (at !== end) throw new Error(`${unknown} (function ${index})`);
  }
  const head = [before, functions, ...held.map(stream => stream.length)].flatMap(lebOf);
  const packed = Buffer.concat([head, ...held].map(part => Buffer.from(part))
    .concat(wasm.subarray(0, before), wasm.subarray(at)));
  if (!wasm.equals(joined(packed))) throw new Error('taken apart, the program does not come back the same');
  return packed;
}
