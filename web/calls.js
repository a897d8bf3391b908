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

// The whole page as a file, from the exact parts of this one. which: page, or saved_page
let hasParts = false;
function wholePage(which = 'page') {
  if (!hasParts) {
    const parts = [document.querySelector('meta[http-equiv="Content-Security-Policy"]').content,
      ...['style', 'font-regular', 'font-medium', 'wasm', 'glue', 'host'].map(id => element(id).textContent)];
    parts.forEach((content, which) => call('part', which, content));
    hasParts = true;
  }
  return read(which);
}
