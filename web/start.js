// Boot: the parts of the page -> a running program; and window.fulcrum, through which tests read.

// The program is built for SIMD alone. The module holds nothing but the type of a function that gives a v128.
const hasSimd = () => WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123));

// What the page lacks: its own text has the sentence that says so.
function stayStatic(lacks) {
  const sentence = element('sentence');
  if (sentence) sentence.textContent = sentence.dataset[lacks];
  document.documentElement.classList.remove('live');
  canvas.hidden = true;
  element('static').hidden = false;
}

function lendBytes(bytes) {
  const at = program._malloc(bytes.length);
  program.HEAPU8.set(bytes, at);
  return at;
}

async function start() {
  if (typeof WebAssembly !== 'object' || typeof FulcrumModule !== 'function') {
    stayStatic('program');
    return;
  }
  if (!hasSimd()) {
    stayStatic('simd');
    frames.lost = true;
    return;
  }
  const [wasm, regular, medium] =
    ['wasm', 'font-regular', 'font-medium'].map(id => unpacked(element(id).textContent));
  program = await FulcrumModule({ wasmBinary: joined(wasm), printErr: failed, print: () => {}, onAbort: failed,
    runWidth, paintRun, takeRun });
  // The form is set in the faces of the picture.
  for (const [bytes, weight] of [[regular, '400'], [medium, '500 900']])
    document.fonts.add(new FontFace('Fulcrum', bytes, { weight }));
  const faces = [regular, medium].map(lendBytes);
  const saved = element('document');
  const address = location.protocol.startsWith('http') ? location.href.split('#')[0] : '';
  const mode = call('start', faces[0], regular.length, faces[1], medium.length, location.hash,
    saved ? saved.outerHTML : '', address);
  faces.forEach(at => program._free(at));
  if (mode === 0) {
    stayStatic('decision');
    return;
  }
  element('static').hidden = true;
  watchForm();
  watchScreen();
  watchInput();
  watchOutside();
  if (mode === 1) {
    frames.lost = true;
    call('said', 3);
  }
  if (hasJustBegunAgain()) call('said', 5);
  showForm(mode === 1);
  await new Promise(done => { frames.drawn.push(done); drawNow(); });
  performance.mark('fulcrum-first-frame');
}

const ready = start().catch(problem => {
  if (beginAgain(problem)) return;
  frames.lost = true;
  stayStatic('program');
});

// After an act of a test: drawn, and "" or what was wrong.
const acted = reason => { draw(); return reason; };

window.fulcrum = {
  ready,
  errors,
  idle,
  get frames() { return frames.count; },
  timings: () => frames.spent.slice(),  // ms of the last frames: edits and results, and all of the frame's work
  slices: () => frames.slices.slice(),  // ms of the last slices of refinement
  document: () => read('document'),
  results: section => read('results', section || ''),
  set: (id, value) => acted(asked('set', id, String(value))),
  undo: () => acted(call('ask', 1)),
  redo: () => acted(call('ask', 0)),
  view: id => acted(asked('view', id)),
  text: view => read('text', view || ''),
  rect: key => { const box = JSON.parse(read('rect', key)); draw(); return box; },
  link: () => read('link'),
  open: text => Promise.resolve(openText(text)),
  page: wholePage,
  notice: () => read('notice'),
};
