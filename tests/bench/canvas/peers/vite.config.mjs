/**
 * Builds the pages of the canvases that are compared with, as a product would: for production, minified, in as
 * many chunks as their own imports ask for. Copied beside the installed packages before it is used.
 */
// biome-ignore lint/style/noDefaultExport: what vite reads its settings from
export default {
  base: '/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 100_000,
    rolldownOptions: { input: ['excalidraw.html', 'tldraw.html'] },
  },
};
