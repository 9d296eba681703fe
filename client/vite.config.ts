import { join } from 'node:path';
import { minify } from '@swc/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where `vite dev` finds the server that answers the API and the sockets. */
const server = process.env.SAMENBORD_SERVER ?? 'http://127.0.0.1:4321';

// Not changeOrigin: the server wants Origin and Host to agree, and both name the address in the browser.
const passOn = { target: server };

/** Serves the page of a phone where the server serves it. */
function penPage(): Plugin {
  return {
    name: 'pen-page',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        if (/^\/pen\/[^/]+\/?$/.test(request.url ?? '')) request.url = '/pen.html';
        next();
      });
    },
  };
}

/**
 * Makes every script small, last of all and in place of vite's own way: the first scripts weigh two hundredths less
 * like this. Going over them three times finds what two leave; a fourth finds nothing. With source maps, which are
 * for looking at a build, vite's way stays.
 */
function small(): Plugin {
  return {
    name: 'small',
    apply: ({ build }, { command }) => command === 'build' && !build?.sourcemap,
    enforce: 'post',
    // Not the stylesheet: that is vite's in any case.
    config: () => ({ build: { minify: false, cssMinify: 'lightningcss' } }),
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const { code } = await minify(file.code, {
            module: true,
            ecma: 2022,
            compress: { ecma: 2022, passes: 3 },
            mangle: true,
          });
          file.code = code;
        }
      },
    },
  };
}

/** Not in the page's script: the phone's own parts, and the one library it shares with the board. */
const PHONE =
  /[\\/]client[\\/](src[\\/]pen[\\/]|pen\.html)|[\\/]i18n[\\/](nl|en)[\\/]pen\.ts|[\\/]nanoid[\\/]/;

/** Drawing a sheet: every part of the board's that is fetched later draws as well. */
const DRAWING =
  /[\\/]shared[\\/]src[\\/](layout|template)[\\/](?!homework|plans|filling|\w*[qQ]uestions)|[\\/]client[\\/]src[\\/](drawing[\\/]|(canvas[\\/](camera[\\/]camera|pictures[\\/]later)|board[\\/]parked)\.)[^\\/]*$/;

/** What more than one screen has, and a board as well. */
const SCREENS =
  /[\\/]node_modules[\\/]zod[\\/]|[\\/]lucide-react[\\/].*[\\/]icons[\\/](eye|link|plus|presentation|triangle-exclamation-point)\.|[\\/]shared[\\/]src[\\/](protocol[\\/](linksApi|roles|visibleText)|board[\\/](fields|origin|pictures|symbols|types))\.|[\\/]client[\\/]src[\\/](app[\\/]recent|session[\\/](recent|readable))\.ts$/;

/** Small pieces of what is fetched as soon as a board is seen, which other parts have too: one file is there sooner. */
const BESIDE =
  /[\\/]lucide-react[\\/].*[\\/]icons[\\/](circle-dot|feather|pencil|trash(-2)?)\.|[\\/]template[\\/]\w*[qQ]uestions\.ts|[\\/]canvas[\\/](sticker[\\/](anchoring|useAnchor)|votes[\\/]allMine)\.ts$/;

/** What a board is kept with: several parts that are fetched later use pieces of it. */
const SESSION =
  /[\\/]node_modules[\\/](lib0|yjs|y-protocols|y-websocket)[\\/]|[\\/]client[\\/]src[\\/]session[\\/]|[\\/]shared[\\/]src[\\/](protocol[\\/](messages|presence)|board[\\/](inkPoints|places|stickers))\./;

export default defineConfig({
  base: '/',
  plugins: [react(), penPage(), small()],
  resolve: {
    // Parts of libraries that a board does not need, and that weigh before it is seen: each file says why.
    alias: [
      { find: /^lib0\/logging$/, replacement: join(import.meta.dirname, 'src/session/yjsLog.ts') },
      {
        find: /^lib0\/broadcastchannel$/,
        replacement: join(import.meta.dirname, 'src/session/yjsChannel.ts'),
      },
      {
        find: /^\.\.\/createLucideIcon\.mjs$/,
        replacement: join(import.meta.dirname, 'src/ui/lucideIcon.ts'),
      },
    ],
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': passOn,
      '/relay': { ...passOn, ws: true },
      '/healthz': passOn,
      '/readyz': passOn,
      '/metrics': passOn,
    },
  },
  build: {
    outDir: 'dist',
    manifest: true,
    // The board, and the light page of a phone that is a pen: a phone fetches nothing of the board's.
    rollupOptions: {
      // That the smaller minifier takes seconds is known.
      checks: { bundlerTimings: false },
      input: ['index.html', 'pen.html'],
      output: {
        // What always comes together comes as one file: forty small ones weigh more, each compressed by itself.
        codeSplitting: {
          groups: [
            { name: 'page', tags: ['$initial'], test: (id) => !PHONE.test(id), priority: 3 },
            { name: 'drawing', test: DRAWING, priority: 1 },
            { name: 'screen', test: SCREENS, priority: 2 },
            { name: 'session', test: SESSION },
            { name: 'beside', test: BESIDE },
          ],
        },
      },
    },
    // What it is for, fetching a part's parts at once, every browser that can draw the board does by itself or does
    // without; and it would make the phone's page fetch what it shares with the board's.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // One small stylesheet from the start: a dialog fetched later, perhaps over a bad line, is never without.
    cssCodeSplit: false,
    // Fonts and pictures as files: they are cached for long, and the page's policy needs no data: addresses.
    assetsInlineLimit: 0,
  },
});
