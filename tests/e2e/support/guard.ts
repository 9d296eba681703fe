import type { BrowserContext } from '@playwright/test';

/** Collects what browsers complain about, so that a test fails on it even when the page looks well. */
export interface Guard {
  /** Follows all pages of a context, those it has and those it gets. */
  watch(context: BrowserContext): void;
  /** Lets messages pass in this test. Give the reason in a comment where it is called. */
  allow(pattern: RegExp): void;
  /** What was neither expected nor allowed. */
  complaints(): readonly string[];
}

export function createGuard(): Guard {
  const heard: string[] = [];
  const allowed: RegExp[] = [];
  return {
    watch(context) {
      context.on('console', (message) => {
        if (message.type() !== 'error') return;
        heard.push(`console: ${message.text()} ${message.location().url}`);
      });
      context.on('weberror', (error) => heard.push(`page: ${error.error().stack ?? error.error().message}`));
    },
    allow: (pattern) => void allowed.push(pattern),
    complaints: () => heard.filter((line) => !allowed.some((pattern) => pattern.test(line))),
  };
}

/** What Chromium logs by itself when a server or a wire is gone: the very thing such a test brings about. */
export const LOST_NETWORK = /net::ERR_|WebSocket connection to .* failed/;
