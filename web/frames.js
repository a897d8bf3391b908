// Frames: drawn when something happened, none when idle or hidden.

const canvas = element('canvas');
const frames = {
  count: 0, due: false, lost: false, last: 0,
  drawn: [], idle: [],    // who waits for the next frame, and for nothing to be pending
  followed: [],           // who waits for the form behind the picture
  slice: false,           // is a slice of refinement to come?
  wait: 0, instead: false,  // without a context: the timer of the text view, and whether it stands in
  spent: [], slices: [],  // ms
};
const mostTimings = 600;
const patience = 3000;  // ms without a context until the text view stands in
const darkWish = matchMedia('(prefers-color-scheme: dark)');
const coarseWish = matchMedia('(pointer: coarse)');

// Device pixels of the canvas: what the browser reports, where it fits what the ratio says (emulated screens
// report another).
let reported = null;

function surround() {
  const width = canvas.clientWidth, height = canvas.clientHeight, ratio = devicePixelRatio || 1;
  let across = Math.round(width * ratio), along = Math.round(height * ratio);
  if (reported && Math.abs(reported.across - across) <= 2 && Math.abs(reported.along - along) <= 2)
    ({ across, along } = reported);
  if (canvas.width !== across || canvas.height !== along) {
    canvas.width = across;
    canvas.height = along;
  }
  call('surround', width, height, width ? across / width : ratio, darkWish.matches, coarseWish.matches);
}

// Nobody sees it, or nothing can be drawn.
const isHalted = () => document.hidden || !program || (frames.lost && !form.shown);

// A fault is told here, for browsers mask the words of errors of a file's scripts; nobody waits for what will not come.
const guarded = act => (...given) => {
  try {
    act(...given);
  } catch (problem) {
    if (beginAgain(problem)) return;
    for (const waiting of [frames.drawn, frames.idle, frames.followed]) waiting.splice(0).forEach(done => done());
  }
};

function draw() {
  if (frames.due || isHalted()) return;
  frames.due = true;
  requestAnimationFrame(guarded(frame));
}

function frame(now) {
  frames.due = false;
  if (isHalted()) return;
  const begin = performance.now();
  const said = form.shown ? drawForm() : paint(Math.min(0.1, Math.max(0, (now - frames.last) / 1000)));
  noteTime(frames.spent, { engine: call('engine_ms'), whole: performance.now() - begin });
  frames.last = now;
  frames.count++;
  if (said & 2) mirror(JSON.parse(asked('state')));
  carryOut();
  frames.drawn.splice(0).forEach(done => done());
  sayLater();
  if (!form.shown) followLater();
  if (said & 1) draw();
  else refineLater();
}

// returns what fulcrum_frame says
function paint(seconds) {
  surround();
  return call('frame', seconds);
}

function noteTime(times, time) {
  times.push(time);
  if (times.length > mostTimings) times.shift();
}

const anotherTask = () => new Promise(done => setTimeout(done));

// While nothing happens, what is shown is made finer, in slices of a few milliseconds: any event comes between two. By
// messages, for browsers make a timer that sets another wait for 4 ms.
const slices = new MessageChannel();
slices.port1.onmessage = guarded(refine);
function refineLater() {
  if (!frames.slice) slices.port2.postMessage(0);
  frames.slice = true;
}

function refine() {
  frames.slice = false;
  if (frames.due || isHalted()) return;  // the next frame asks again
  const said = call('refine');
  if (said !== 0) noteTime(frames.slices, call('refine_ms'));
  if (said === 1) refineLater();
  else if (said === 2) draw();
  else rest();
}

// What may be printed is made ahead, after a second of rest: a browser that prints gives no time for it.
function prepareReport(wait = 1000) {
  clearTimeout(frames.preparing);
  frames.preparing = setTimeout(guarded(() => {
    const isBusy = frames.due || frames.slice || document.hidden || isHalted();
    if (!isBusy && call('prepare_report')) prepareReport(0);
  }), wait);
}

// Nothing is pending but the form behind the picture.
function rest() {
  prepareReport();
  frames.followed.push(...frames.idle.splice(0));
  if (form.shown) frames.followed.splice(0).forEach(done => done());
  else follow();
}

// A frame at once, inside the handler of a gesture: browsers allow the keyboard and the clipboard only there.
function drawNow() {
  if (!isHalted()) frame(performance.now());
}

// No frame and no slice pending.
const idle = () => new Promise(done => {
  if (isHalted()) { done(); return; }
  frames.idle.push(done);
  draw();
});

// Another screen may have another ratio at the same size.
function watchRatio() {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
    draw();
    watchRatio();
  }, { once: true });
}

function watchScreen() {
  const changed = () => draw();
  watchRatio();
  addEventListener('resize', changed);
  darkWish.addEventListener('change', changed);
  coarseWish.addEventListener('change', changed);
  document.addEventListener('visibilitychange', changed);
  const observer = new ResizeObserver(entries => {
    const box = entries[0].devicePixelContentBoxSize;
    reported = box ? { across: box[0].inlineSize, along: box[0].blockSize } : null;
    draw();
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas);
  }
  canvas.addEventListener('webglcontextlost', event => {
    event.preventDefault();
    frames.lost = true;
    call('context', 0);
    frames.wait = setTimeout(() => { frames.instead = !form.shown; showForm(true); }, patience);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(frames.wait);
    frames.lost = false;
    call('context', 1);
    showForm(form.shown && !frames.instead);
    frames.instead = false;
  });
}
