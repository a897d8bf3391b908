// The program, and calls into it with text.

let program = null;  // the instance of WebAssembly, as its loader gives it

const element = id => document.getElementById(id);

// Calls fulcrum_<name>; strings become UTF-8 for the time of the call.
function call(name, ...args) {
  const lent = [];
  const lend = text => {
    const size = program.lengthBytesUTF8(text) + 1;
    const at = program._malloc(size);
    program.stringToUTF8(text, at, size);
    lent.push(at);
    return at;
  };
  try {
    return program['_fulcrum_' + name](...args.map(arg => typeof arg === 'string' ? lend(arg) : Number(arg)));
  } finally {
    lent.forEach(at => program._free(at));
  }
}

const asked = (name, ...args) => program.UTF8ToString(call(name, ...args));

const read = (what, argument = '') => asked('read', what, argument);

// The exact parts of this page, of which the program makes whole ones.
let hasParts = false;
function giveParts() {
  if (hasParts) return;
  const parts = [document.querySelector('meta[http-equiv="Content-Security-Policy"]').content,
    ...['style', 'font-regular', 'font-medium', 'wasm', 'glue', 'host'].map(id => element(id).textContent)];
  parts.forEach((content, which) => call('part', which, content));
  hasParts = true;
}

function wholePage() {
  giveParts();
  return read('page');
}
