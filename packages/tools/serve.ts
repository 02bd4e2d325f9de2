/** Serves the built course, prints its address, and opens it where there is a screen. */
import { spawn } from 'node:child_process';
import { serveFolder } from './static.ts';

const base = process.env['BASE_PATH'] ?? '/';
const { origin } = await serveFolder({
  folder: process.env['OUT_DIR'] ?? 'dist',
  base,
  port: Number(process.env['PORT'] ?? 4321),
});
const address = origin + base;
process.stdout.write(`The course is at ${address}\nCtrl+C stops it.\n`);

const openers: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'open',
  win32: 'explorer',
  linux: 'xdg-open',
};
const opener = openers[process.platform];
const screen =
  process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
if (opener && screen && !process.env['CI'])
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
