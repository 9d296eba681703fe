import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `vite dev` finds the server that answers the API and the sockets. */
const server = process.env.SAMENBORD_SERVER ?? 'http://127.0.0.1:4321';

// Not changeOrigin: the server wants Origin and Host to agree, and both name the address in the browser.
const passOn = { target: server };

export default defineConfig({
  base: '/',
  plugins: [react()],
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
    sourcemap: false,
    // One small stylesheet from the start: a dialog fetched later, perhaps over a bad line, is never without.
    cssCodeSplit: false,
    // Fonts and pictures as files: they are cached for long, and the page's policy needs no data: addresses.
    assetsInlineLimit: 0,
  },
});
