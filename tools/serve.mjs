// serve.mjs FOLDER PORT: the files of one folder on http://localhost:PORT, for this machine alone; opens a browser
// where there is a desktop.
import { spawn } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const folder = resolve(process.argv[2]);
const port = Number(process.argv[3]);
const types = { '.html': 'text/html; charset=utf-8', '.json': 'application/json', '.js': 'text/javascript',
  '.css': 'text/css', '.png': 'image/png', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

const fileOf = url => {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const file = normalize(join(folder, path === '/' ? 'fulcrum.html' : path));
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
};

const answer = (request, response) => {
  let file = null;
  try { file = fileOf(request.url); } catch { /* an address that cannot be read names no file */ }
  if (!file || !['GET', 'HEAD'].includes(request.method)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file here.\n');
    return;
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
};

// Both loopback addresses, because "localhost" means either; a machine without the second does with the first.
const listen = (host, onError) => new Promise(done => {
  const server = createServer(answer).on('error', error => { onError(error); done(false); });
  server.listen(port, host, () => done(true));
});
const stop = error => {
  console.error(error.code === 'EADDRINUSE'
    ? `Port ${port} is taken by another program; choose one with tools/run --port N.`
    : `Port ${port} cannot be used (${error.code}); choose another with tools/run --port N.`);
  process.exit(1);
};
await listen('127.0.0.1', stop);
await listen('::1', error => { if (error.code === 'EADDRINUSE') stop(error); });

const address = `http://localhost:${port}/`;
console.log(`Serving ${process.argv[2]}/ on ${address} (this machine only). Ctrl+C stops it.`);
const opener = process.platform === 'darwin' ? 'open'
  : process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? 'xdg-open' : null;
if (opener) spawn(opener, [address], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
