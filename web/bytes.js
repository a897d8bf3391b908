// Bytes of the page's parts: LZMA, as text (tools/part.mjs). The package's decoder alone, without its encoder.
import { Decoder } from './node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from './node_modules/lzma1/lib/streams.js';

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

function unpacked(text) {
  const out = new OutputBuffer(1 << 20);
  new Decoder().decompress(new InputBuffer(bytesOf(text)), out);
  return out.toArray();
}
