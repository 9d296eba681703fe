import type { ServerResponse } from 'node:http';

/**
 * What the page may do. No inline script and no inline style: React and base-ui set styles
 * through the object model, which a policy does not touch. `data:` and `blob:` are the pictures the
 * page makes itself; the socket's address is named because older Safaris don't count it under 'self'.
 */
function contentSecurityPolicy(publicUrl: string, frameAncestors: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

/** Seconds. */
const A_YEAR = 365 * 86_400;

/** The headers of every answer. @param frameAncestors sources of that directive, as they stand in it */
export function securityHeaders(publicUrl: string, frameAncestors: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(publicUrl, frameAncestors),
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': `max-age=${A_YEAR}` } : {}),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  };
}

export function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
