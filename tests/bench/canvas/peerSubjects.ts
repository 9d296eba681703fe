import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { SHEET } from '@samenbord/shared/layout';
import { TOOLS } from '../../../scripts/toolchain.mjs';
import { installApart } from '../peers/install.ts';
import { type Field, fieldOf, GROUPS } from './field.ts';
import { load, newContext } from './opening.ts';
import { type Deed, type Opened, type Subject, VIEWPORT, type View } from './subject.ts';

const PAGES = join(import.meta.dirname, 'peers');
const FILES = [
  'vite.config.mjs',
  'excalidraw.html',
  'excalidraw.page.mjs',
  'tldraw.html',
  'tldraw.page.mjs',
  'drawn.mjs',
];

/** ms that the bundler may take. */
const BUILD_PATIENCE = 300_000;

/** What the pages of the others offer, see their sources. */
declare global {
  interface Window {
    bench: {
      camera(): View;
      positions(): Record<string, { x: number; y: number }>;
      hear(people: readonly Deed[]): void;
    };
  }
}

/** Installs and bundles what is compared with. @returns the folder they are in */
function buildPeers(): string {
  const home = installApart(join(PAGES, 'package.json'), 'bench-canvas');
  for (const file of FILES) cpSync(join(PAGES, file), join(home, file));
  process.stderr.write('Bundling what is compared with...\n');
  execFileSync(process.execPath, [TOOLS.vite, 'build', '--logLevel', 'error'], {
    cwd: home,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
    timeout: BUILD_PATIENCE,
  });
  return home;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** The others see the sheet as ours shows it in a view of this size: as large, and in the middle. */
function firstView(): View {
  const scale = 0.31;
  return {
    x: (SHEET.width - VIEWPORT.width / scale) / 2,
    y: (SHEET.height - VIEWPORT.height / scale) / 2,
    scale,
  };
}

const boardOf = (count: number) => ({
  camera: firstView(),
  stickers: fieldOf(count).stickers.map((sticker) => ({
    ...sticker,
    ground: GROUPS[sticker.group]?.ground,
    edge: GROUPS[sticker.group]?.color,
  })),
});

/** Serves the bundled pages, the files they load by themselves, and the stickers. */
async function servePeers(home: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const packages = join(home, 'node_modules');
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const answer = (body: Buffer | string): void => {
      response.setHeader('content-type', TYPES[extname(pathname)] ?? 'application/octet-stream');
      response.end(body);
    };
    if (pathname === '/board.json') {
      answer(JSON.stringify(boardOf(Number(searchParams.get('stickers')))));
      return;
    }
    const [, first = '', ...rest] = pathname.split('/');
    const folders: Readonly<Record<string, string>> = {
      'assets-excalidraw': join(packages, '@excalidraw/excalidraw/dist/prod'),
      'assets-tldraw': join(packages, '@tldraw/assets'),
    };
    const folder = folders[first];
    const file = folder === undefined ? join(home, 'dist', pathname) : join(folder, ...rest);
    try {
      answer(readFileSync(file));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

function subjectAt(title: string, page: string, pinch: number, url: string): Subject {
  return {
    title,
    pinch,
    async open(browser, field: Field): Promise<Opened> {
      const context = await newContext(browser);
      const loaded = await load(context, `${url}/${page}.html?stickers=${field.stickers.length}`);
      return {
        context,
        ...loaded,
        view: () => loaded.page.evaluate(() => window.bench.camera()),
        positions: async () =>
          new Map(Object.entries(await loaded.page.evaluate(() => window.bench.positions()))),
        crowd: () =>
          Promise.resolve({
            say(deeds) {
              // Into the page's own queue, as news of a socket would come; nobody waits for the answer.
              void loaded.page.evaluate((said) => window.bench.hear(said), deeds).catch(() => undefined);
            },
            leave: () => undefined,
          }),
      };
    },
  };
}

/** Excalidraw and tldraw, ready to be opened. */
export async function peerSubjects() {
  const { url, close } = await servePeers(buildPeers());
  return {
    excalidraw: subjectAt('Excalidraw 0.18.1', 'excalidraw', 165, url),
    tldraw: subjectAt('tldraw 5.4.2', 'tldraw', 200, url),
    close,
  };
}
