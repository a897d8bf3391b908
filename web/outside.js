// What leaves the page and comes into it: the link, the file.

async function copyLink() {
  const link = read('link');
  let taken = false;
  try {
    await navigator.clipboard.writeText(link);
    taken = true;
  } catch {
    taken = copiedByCommand(link);
  }
  call('said', taken ? 0 : 1);
  draw();
  if (!taken) showText(link);
}

// For browsers and pages without the clipboard's own interface.
function copiedByCommand(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  let taken = false;
  try { taken = document.execCommand('copy'); } catch { taken = false; }
  area.remove();
  return taken;
}

// The text, selected, to be copied by hand.
function showText(text) {
  const dialog = document.createElement('dialog');
  const area = document.createElement('textarea');
  area.readOnly = true;
  area.rows = 8;
  area.value = text;
  dialog.append(area);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
  area.focus();
  area.select();
}

// In tasks of their own: together they would take longer than a page may stand still.
async function savePage() {
  giveParts();
  await anotherTask();
  const text = read('saved_page');  // "": it was asked for again, and comes then
  await anotherTask();
  if (text) saveFile(text, 'text/html', read('file_name'), 2);
}

// said: what the program says then
function saveFile(text, type, name, said) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type }));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60000);
  call('said', said);
  draw();
}

function saveDraws() {
  saveFile(read('draws'), 'text/csv', read('draws_name'), 4);
}

function openFile() {
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = '.json,.html,.htm,application/json,text/html';
  chooser.addEventListener('change', () => { if (chooser.files[0]) openBlob(chooser.files[0]); });
  chooser.click();
}

async function openBlob(file) {
  openText(await file.text());
}

// returns "" or why nothing was opened
function openText(text) {
  const reason = asked('open', text, 0);
  draw();
  return reason;
}

// Commands that the program left for us in the last frame.
function carryOut() {
  for (let command; (command = call('command'));) [null, copyLink, savePage, openFile, () => showForm(true), saveDraws][command]();
}

function watchOutside() {
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) openBlob(file);
  });
  addEventListener('hashchange', () => {
    if (location.hash.length < 2) return;
    asked('open', location.hash.slice(1), 1);
    draw();
  });
}
