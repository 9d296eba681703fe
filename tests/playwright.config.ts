import { defineConfig, devices } from '@playwright/test';
import { findBrowser, thisMachine } from '../scripts/browser.mjs';

// `npm test` looks for a browser first, and gets one when there is none; run by hand, this finds it.
const executablePath = process.env.CHROMIUM_PATH ?? findBrowser(thisMachine());
if (executablePath === undefined) {
  throw new Error('No Chromium or Chrome on this machine. `npm run test:e2e` gets one first.');
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  // One set of pictures: the fonts come with the page, and the browser draws without a GPU.
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A test that passes only now and then says something; a second try would hide it.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // A trace of every step costs a fifth of the time: for who looks for a fault, not for everybody.
    trace: process.env.TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      // The browser of a test needs nobody but the server of that test: no updates, no synchronising.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
