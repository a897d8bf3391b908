// Pointer, wheel, keyboard and text -> the program. The keyboard's focus is in the elements of the form, also while
// the picture is shown: so Tab, phone keyboards, input methods, the clipboard and screen readers are the browser's own.

const editing = { field: null, key: null, text: '', from: 0, to: 0 };

// After a frame: the pointer's shape, the focus, and the text that the keyboard writes into.
function mirror({ cursor, focus, edit }) {
  canvas.style.cursor = cursor;
  holdFocus(focus);
  if (edit) mirrorText(edit);
  else if (editing.field) endText();
}

// What was pressed has the focus here, as it has there.
function holdFocus(key) {
  const holder = document.activeElement;
  if (key === keyOf(holder)) return;
  if (!key && form.root.contains(holder)) holder.blur();
  if (!key) return;
  form.holding = true;
  elementOf(key)?.focus({ preventScroll: true });
  form.holding = false;
}

function mirrorText(edit) {
  const starts = editing.key !== edit.key;
  if (starts && editing.field) endText();
  const field = elementOf(edit.key);
  // A fixed element is placed within what contains it (style.css).
  const section = field.closest('section').getBoundingClientRect();
  field.style.left = edit.x - section.left + 'px';
  field.style.top = edit.y - section.top + 'px';
  field.style.width = edit.w + 'px';
  field.style.height = edit.h + 'px';
  Object.assign(editing, edit, { field });
  if (field.value !== edit.text) field.value = edit.text;
  const from = Math.min(edit.from, edit.to), to = Math.max(edit.from, edit.to);
  if (starts || field.selectionStart !== from || field.selectionEnd !== to)
    field.setSelectionRange(from, to, edit.to < edit.from ? 'backward' : 'forward');
}

function endText() {
  const { field } = editing;
  editing.field = editing.key = null;
  for (const name of ['left', 'top', 'width', 'height']) field.style.removeProperty(name);
  field.value = field.getAttribute('value');
}

function sendText() {
  const { field } = editing;
  const backward = field.selectionDirection === 'backward';
  const from = backward ? field.selectionEnd : field.selectionStart;
  const to = backward ? field.selectionStart : field.selectionEnd;
  if (field.value === editing.text && from === editing.from && to === editing.to) return;
  Object.assign(editing, { text: field.value, from, to });
  call('text', field.value, from, to);
  draw();
}

function watchText() {
  for (const name of ['input', 'compositionend', 'select'])
    form.root.addEventListener(name, ({ target }) => { if (target === editing.field) sendText(); });
  document.addEventListener('selectionchange', () => {
    if (editing.field && document.activeElement === editing.field) sendText();
  });
  form.root.addEventListener('focusin', ({ target }) => {
    if (form.shown || form.holding) return;
    call('focus', keyOf(target));
    draw();
  });
  form.root.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (form.shown || form.holding) return;
    if (target === editing.field) call('blur');
    else if (!relatedTarget && document.hasFocus()) call('focus', '');
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
    call('ask', 2);
    draw();
    return true;
  }
  const isTyped = editing.field || (form.shown && event.target.type === 'text');
  if (isTyped || !(key === 'z' || key === 'y')) return false;
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
  if (form.shown || event.key === 'Tab' || event.target === form.toggle || event.target === form.skip) return;
  // A key that the picture takes is not taken by the element, too: a space that comes up would press it again.
  if (call('key', event.key, event.shiftKey, down)) event.preventDefault();
  draw();
}

// Elements of the page's own that work without us (the link that could not be copied).
const isNative = target => target instanceof Element && target.closest('dialog') !== null;

function watchInput() {
  watchText();
  for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave'])
    canvas.addEventListener(name, onPointer);
  canvas.addEventListener('mousedown', event => event.preventDefault());  // the form's element keeps the focus
  canvas.addEventListener('wheel', onWheel, { passive: false });
  addEventListener('keydown', onKey);
  addEventListener('keyup', onKey);
  addEventListener('blur', () => { call('blur'); draw(); });
}
