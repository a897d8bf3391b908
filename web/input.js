// Pointer, wheel, keyboard and text -> the program. One hidden text element holds what is typed, so that
// phone keyboards, input methods and the clipboard are the browser's own.

const typed = document.createElement('input');
const editing = { key: null, text: '', from: 0, to: 0 };

// After a frame: the pointer's shape, and the text that the keyboard writes into.
function mirror(state) {
  canvas.style.cursor = state.cursor;
  const edit = state.edit;
  if (!edit) {
    if (editing.key === null) return;
    editing.key = null;
    typed.blur();
    return;
  }
  typed.style.left = edit.x + 'px';
  typed.style.top = edit.y + 'px';
  typed.style.width = edit.w + 'px';
  typed.style.height = edit.h + 'px';
  const starts = editing.key !== edit.key;
  Object.assign(editing, edit);
  if (typed.value !== edit.text) typed.value = edit.text;
  if (starts) typed.focus({ preventScroll: true });
  const from = Math.min(edit.from, edit.to), to = Math.max(edit.from, edit.to);
  if (starts || typed.selectionStart !== from || typed.selectionEnd !== to)
    typed.setSelectionRange(from, to, edit.to < edit.from ? 'backward' : 'forward');
}

function sendText() {
  if (editing.key === null) return;
  const backward = typed.selectionDirection === 'backward';
  const from = backward ? typed.selectionEnd : typed.selectionStart;
  const to = backward ? typed.selectionStart : typed.selectionEnd;
  if (typed.value === editing.text && from === editing.from && to === editing.to) return;
  Object.assign(editing, { text: typed.value, from, to });
  call('text', typed.value, from, to);
  draw();
}

function watchText() {
  typed.id = 'typed';
  typed.type = 'text';
  typed.tabIndex = -1;
  for (const name of ['autocomplete', 'autocapitalize', 'autocorrect']) typed.setAttribute(name, 'off');
  typed.setAttribute('aria-hidden', 'true');
  typed.spellcheck = false;
  document.body.append(typed);
  for (const name of ['input', 'compositionend', 'select']) typed.addEventListener(name, sendText);
  document.addEventListener('selectionchange', () => { if (document.activeElement === typed) sendText(); });
  typed.addEventListener('blur', () => {
    if (editing.key === null) return;
    call('blur');
    draw();
  });
}

let lastPlace = [0, 0];
const pointerKind = { pointermove: 0, pointerdown: 1, pointerup: 2, pointerleave: 3 };
const touchKind = { pointerdown: 0, pointermove: 1, pointerup: 2, pointercancel: 3 };

function onPointer(event) {
  if (!event.isPrimary || (event.type === 'pointerdown' && event.button !== 0)) return;
  if (event.type === 'pointerdown') canvas.setPointerCapture(event.pointerId);
  // What is cancelled ends where it was: such an event may have no place of its own.
  if (event.type !== 'pointercancel') lastPlace = [event.offsetX, event.offsetY];
  const [x, y] = lastPlace;
  if (event.pointerType === 'touch') {
    if (!(event.type in touchKind)) return;
    call('touch', touchKind[event.type], x, y, event.timeStamp / 1000);
  } else if (event.type === 'pointercancel') {
    call('pointer', pointerKind.pointerup, x, y);
  } else {
    call('pointer', pointerKind[event.type], x, y);
  }
  if (event.type === 'pointerup') {
    drawNow();
    draw();
  } else {
    draw();
  }
}

function onWheel(event) {
  if (event.ctrlKey) return;  // zoom is the browser's
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? canvas.clientHeight * 0.9 : 1;
  call('wheel', event.offsetX, event.offsetY, event.deltaX * unit, event.deltaY * unit);
  draw();
}

// returns whether the key was a shortcut of the page
function shortcut(event) {
  const key = event.key.toLowerCase();
  if (key === 's' && !event.shiftKey) {
    drawNow();
    savePage();
    return true;
  }
  if (editing.key !== null || event.target.type === 'text' || !(key === 'z' || key === 'y')) return false;
  call('ask', key === 'z' && !event.shiftKey);
  return true;
}

function onKey(event) {
  const down = event.type === 'keydown';
  if (event.isComposing || event.keyCode === 229 || isNative(event.target)) return;
  if (event.ctrlKey || event.metaKey || event.altKey) {
    if (down && !event.altKey && shortcut(event)) event.preventDefault();
    draw();
    return;
  }
  if (isOfText(event)) return;
  if (call('key', event.key, event.shiftKey, down) && down) event.preventDefault();
  draw();
}

// The first Tab goes to the switch to the text view, and from there into the picture.
let isEntered = false;
function isOfText(event) {
  if (form.shown) return true;
  const goesOn = event.key === 'Tab' && !event.shiftKey && event.type === 'keydown';
  if (event.target === form.toggle) {
    if (!goesOn) return true;
    form.toggle.blur();
    return false;
  }
  if (!goesOn || isEntered || event.target !== document.body) return false;
  isEntered = true;
  return true;
}

// Elements of the page's own that work without us (the link that could not be copied).
const isNative = target => target instanceof Element && target.closest('dialog') !== null;

function watchInput() {
  watchText();
  for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave'])
    canvas.addEventListener(name, onPointer);
  canvas.addEventListener('mousedown', event => event.preventDefault());  // the text element keeps the focus
  canvas.addEventListener('wheel', onWheel, { passive: false });
  addEventListener('keydown', onKey);
  addEventListener('keyup', onKey);
  addEventListener('blur', () => { call('blur'); draw(); });
}
