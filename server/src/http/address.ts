import type { IncomingMessage } from 'node:http';

/**
 * The address a request counts for. Behind proxies only what our own wrote is believed: each adds the
 * address it saw at the end of `X-Forwarded-For`, so with `trustedHops` of them the client's is that
 * many from the end. Whatever stands before it anybody can make up.
 */
export function clientAddress(request: IncomingMessage, trustedHops: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (trustedHops === 0) return direct;
  const header = request.headers['x-forwarded-for'];
  const chain = String(header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return chain.at(-trustedHops) ?? direct;
}
