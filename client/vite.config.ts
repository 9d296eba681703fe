import { join } from 'node:path';
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

export default defineConfig({
  base: '/',
  plugins: [react(), penPage()],
  resolve: {
    // Parts of libraries that a board does not need, and that weigh before it is seen: each file says why.
    alias: [
      { find: /^lib0\/logging$/, replacement: join(import.meta.dirname, 'src/session/yjsLog.ts') },
      {
        find: /^lib0\/broadcastchannel$/,
        replacement: join(import.meta.dirname, 'src/session/yjsChannel.ts'),
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
    rollupOptions: { input: ['index.html', 'pen.html'] },
    sourcemap: false,
    // One small stylesheet from the start: a dialog fetched later, perhaps over a bad line, is never without.
    cssCodeSplit: false,
    // Fonts and pictures as files: they are cached for long, and the page's policy needs no data: addresses.
    assetsInlineLimit: 0,
  },
});
