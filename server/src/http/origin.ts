import type { IncomingMessage } from 'node:http';

/**
 * Whether a request says it comes from our own page: its `Origin` is the public address, or has the
 * host it was sent to. Browsers set both themselves, no page can. Without an `Origin` it says nothing
 * and the answer is no.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === publicUrl || (/^https?:$/.test(url.protocol) && url.host === host?.toLowerCase());
}
