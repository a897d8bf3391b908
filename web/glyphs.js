// Text in scripts that the embedded faces lack, and emoji: measured and painted by the browser, a run at a time.

const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const widths = new Map();
let painted = null;

const setFace = (bold, size) => { pen.font = `${bold ? 600 : 400} ${size}px system-ui, sans-serif`; };

// in em
function runWidth(run, bold) {
  const key = bold + run;
  if (!widths.has(key)) {
    if (widths.size > 20000) widths.clear();
    setFace(bold, 100);
    widths.set(key, pen.measureText(run).width / 100);
  }
  return widths.get(key);
}

// returns left and top from the origin, width, height in px, and whether it has colours of its own
function paintRun(run, bold, size) {
  setFace(bold, size);
  const box = pen.measureText(run);
  const left = Math.floor(-box.actualBoundingBoxLeft) - 1, top = Math.floor(-box.actualBoundingBoxAscent) - 1;
  pen.canvas.width = Math.ceil(box.actualBoundingBoxRight) + 1 - left;
  pen.canvas.height = Math.ceil(box.actualBoundingBoxDescent) + 1 - top;
  setFace(bold, size);  // a canvas of another size has forgotten it
  pen.fillStyle = '#fff';
  pen.fillText(run, -left, -top);
  painted = pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height);
  // A thin edge may lose its white in the canvas's own rounding.
  const solid = 128;
  const hasColour = painted.data.some((byte, at, all) => byte < 250 && at % 4 < 3 && all[at | 3] >= solid);
  if (!hasColour) for (let at = 0; at < painted.data.length; at++) if (at % 4 < 3) painted.data[at] = 255;
  return [left, top, painted.width, painted.height, hasColour];
}

const takeRun = () => painted.data;
