/** Builds the desk into `dist`: files of this server alone, with no script or style written into the page. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // A data: address is another origin to the fonts' policy.
    assetsInlineLimit: 0,
    // The polyfill is for browsers that the target leaves out.
    modulePreload: { polyfill: false },
  },
})
