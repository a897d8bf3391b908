// The form: the program's elements as native ones, kept up to date by its steps (form/difference.h), and what happens
// to their controls reported by key. As the text view it is what is seen; else it stands unseen behind the picture,
// for the keyboard and for screen readers.

const form = {
  root: null, tree: null, toggle: null, skip: null, said: null,
  shown: false, holding: false,  // as the text view; while it follows the focus of the picture
  begun: null, dirty: null,      // the controls that are dragged and typed into
  saying: 0, following: 0,       // timers of the status, and of the form behind the picture
};

const formTags = new Set(['section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'b', 'ul', 'ol', 'li', 'div', 'span', 'dl', 'dt',
  'dd', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption', 'details', 'summary', 'nav', 'label',
  'input', 'button', 'i']);
const pictureTags = new Set(['svg', 'path', 'rect', 'circle', 'text', 'title']);
const formAttributes = new Set(['id', 'class', 'scope', 'colspan', 'title', 'role', 'type', 'value', 'min', 'max', 'step',
  'checked', 'disabled', 'open', 'autocomplete', 'data-key', 'viewBox', 'width', 'height', 'x', 'y', 'cx', 'cy', 'r', 'd',
  'fill', 'opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'text-anchor', 'font-size', 'font-weight']);

function setWords(own, text) {
  if (own.node.nodeType === Node.TEXT_NODE) {
    own.node.data = text;
  } else if (own.words) {
    own.words.data = text;
  } else {
    own.words = document.createTextNode(text);
    own.node.prepend(own.words);
  }
}

function setAttribute({ node }, name, value) {
  if (!formAttributes.has(name) && !name.startsWith('aria-')) throw new Error(`no attribute ${name} in the form`);
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
  if (name === 'checked') node.checked = value !== null;
  // What is dragged or typed is its owner's until it is done.
  const isHeld = node === form.begun || node === form.dirty || node === editing.field;
  if (name === 'value' && !isHeld) node.value = value ?? '';
}

function madeNode(tag) {
  if (formTags.has(tag)) return document.createElement(tag);
  if (pictureTags.has(tag)) return document.createElementNS('http://www.w3.org/2000/svg', tag);
  throw new Error(`no element ${tag} in the form`);
}

function made([tag, text, attributes, children]) {
  if (!tag) return { node: document.createTextNode(text), words: null, children: [] };
  const own = { node: madeNode(tag), words: null, children: [] };
  if (text) setWords(own, text);
  // The ends of a range before its value, which they would cut.
  for (const name of Object.keys(attributes).sort((a, b) => (a === 'value') - (b === 'value')))
    setAttribute(own, name, attributes[name]);
  children.forEach((child, position) => put(own, position, made(child)));
  return own;
}

function put(parent, position, child) {
  const next = parent.children[position];
  parent.node.insertBefore(child.node, next ? next.node : null);
  parent.children.splice(position, 0, child);
}

function drop(parent, position) {
  const [child] = parent.children.splice(position, 1);
  child.node.remove();
  return child;
}

const at = (tree, path) => path.reduce((own, position) => own.children[position], tree);

const steps = {
  text: (tree, path, text) => setWords(at(tree, path), text),
  attribute: (tree, path, name, value) => setAttribute(at(tree, path), name, value),
  insert: (tree, path, position, entry) => put(at(tree, path), position, made(entry)),
  replace: (tree, path, entry) => {
    const parent = at(tree, path.slice(0, -1)), position = path[path.length - 1];
    drop(parent, position);
    put(parent, position, made(entry));
  },
  drop: (tree, path, position) => drop(at(tree, path), position),
  move: (tree, path, from, to) => put(at(tree, path), to, drop(at(tree, path), from)),
  cut: (tree, path, count) => { while (at(tree, path).children.length > count) drop(at(tree, path), count); },
};

function apply(tree, text) {
  for (const [step, ...rest] of JSON.parse(text)) steps[step](tree, ...rest);
}

// A form of many assumptions comes in parts. returns, as fulcrum_frame does, whether to draw again
function drawForm() {
  const margin = 32;
  apply(form.tree, asked('form', form.shown ? Math.max(240, form.root.clientWidth - 2 * margin) : 0));
  return call('form_whole') ? 0 : 1;
}

// Behind the picture: soon, so that a drag does not wait for it, and before the page is idle.
function followLater(soon = 80) {
  form.following = form.following || setTimeout(follow, soon);
}

function follow() {
  clearTimeout(form.following);
  form.following = 0;
  if (form.shown || !program || document.hidden) return;
  if (drawForm()) followLater(0);
  else frames.followed.splice(0).forEach(done => done());
}

const controlOf = node => node instanceof Element && form.root.contains(node) ? node.closest('[data-key]') : null;
const keyOf = node => controlOf(node)?.dataset.key ?? '';

// What has the focus of a control's key.
function elementOf(key) {
  const find = () => form.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  let control = find();
  while (!control && drawForm()) control = find();
  control ??= find();
  return control?.tagName === 'DETAILS' ? control.firstElementChild : control;
}

const phases = { begin: 0, change: 1, commit: 2 };
function report(node, phase, value) {
  call('input', node.dataset.key, phases[phase], typeof value === 'number' ? 1 : typeof value === 'boolean' ? 2 : 3,
    typeof value === 'string' ? 0 : value, typeof value === 'string' ? value : '');
}

function onFormInput({ target }) {
  if (target === editing.field) return;
  if (target.type === 'text') form.dirty = target;
  if (target.type !== 'range') return;
  if (form.begun !== target) report(target, 'begin', target.valueAsNumber);
  form.begun = target;
  report(target, 'change', target.valueAsNumber);
  draw();
}

function onFormChange({ target }) {
  if (target === editing.field) return;
  if (target.type === 'range') {
    form.begun = null;
    report(target, 'commit', target.valueAsNumber);
  } else if (target.type === 'checkbox') {
    report(target, 'commit', target.checked);
  } else {
    form.dirty = null;
    report(target, 'commit', target.value);
  }
  drawNow();
  // What was refused stays as it was typed, for its owner to mend.
  if (target.type === 'text' && !read('notice')) target.value = target.getAttribute('value');
}

function onFormClick(event) {
  const button = event.target.closest('button[data-key]');
  if (!button) return;
  report(button, 'commit', true);
  drawNow();
}

function onFormToggle({ target }) {
  if (target.tagName !== 'DETAILS') return;
  report(target, 'commit', target.open);
  draw();
}

// The verdict, for readers who hear it: at most once a second.
function sayLater() {
  form.saying = form.saying || setTimeout(() => {
    form.saying = 0;
    const verdict = read('verdict');
    if (form.said.textContent !== verdict) form.said.textContent = verdict;
  }, 1000);
}

const rootOf = id => {
  const node = document.createElement('main');
  node.id = id;
  return { node, words: null, children: [] };
};

// What is printed: a report of the whole decision.
function print() {
  const report = rootOf('report');
  apply(report, read('report', new Date().toLocaleDateString(undefined, { dateStyle: 'long' })));
  document.body.append(report.node);
}

function endPrint() {
  document.getElementById('report')?.remove();
  prepareReport();
}

// The page as text, or drawn.
function showForm(shown) {
  form.shown = shown;
  if (editing.field) endText();
  document.documentElement.classList.toggle('live', !shown);
  canvas.hidden = shown;
  form.toggle.textContent = read('label', shown ? 'as_picture' : 'as_text');
  form.toggle.hidden = shown && frames.lost;
  draw();
}

function switchButton(id, act) {
  const button = document.createElement('button');
  button.id = id;
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

function watchForm() {
  form.toggle = switchButton('switch', () => showForm(!form.shown));
  form.skip = switchButton('skip', () => form.root.querySelector('#form-assumptions :is(summary, input)')?.focus());
  form.skip.textContent = read('label', 'to_assumptions');
  form.tree = rootOf('form');
  form.root = form.tree.node;
  form.root.addEventListener('input', onFormInput);
  form.root.addEventListener('change', onFormChange);
  // Typed and taken back: no change is reported.
  form.root.addEventListener('focusout', () => { form.dirty = null; });
  form.root.addEventListener('click', onFormClick);
  form.root.addEventListener('toggle', onFormToggle, true);
  // A page that the browser saved as it stood has those of its last run.
  for (const old of document.querySelectorAll('#switch, #skip, #form, #said, #report')) old.remove();
  form.said = document.createElement('p');
  form.said.id = 'said';
  form.said.className = 'unseen';
  form.said.setAttribute('role', 'status');
  document.body.prepend(form.toggle, form.skip, form.root, form.said);
  addEventListener('beforeprint', print);
  addEventListener('afterprint', endPrint);
}
