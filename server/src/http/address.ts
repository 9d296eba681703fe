import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address a request counts for. Behind proxies only what our own wrote is believed: each adds the
 * address it saw at the end of `X-Forwarded-For`, so with `trustedHops` of them the client's is that
 * many from the end. Whatever stands before it anybody can make up. Some proxies write the port too, which is another
 * for every connection.
 */
export function clientAddress(request: IncomingMessage, trustedHops: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (trustedHops === 0) return direct;
  const header = request.headers['x-forwarded-for'];
  const chain = String(header ?? '')
    .split(',')
    .map((part) => withoutPort(part.trim()))
    .filter((part) => part !== '');
  return chain.at(-trustedHops) ?? direct;
}

/** `192.0.2.7:4711` and `[2001:db8::1]:4711` as the address alone. */
const withoutPort = (address: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([^:]+):\d+$/.exec(address)?.[1] ?? address;

/** What one household or office has of IPv6, and what one organisation mostly has, in groups of 16 bits. */
const GROUPS = { network: 4, site: 3 } as const;

/**
 * What an address counts as where something is counted per address. Of IPv6 everybody has as many addresses as they
 * like within their network (/64), and many networks within their site (/48).
 */
export function countedAs(address: string, what: keyof typeof GROUPS = 'network'): string {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return address;
  const groups = GROUPS[what];
  return `${groupsOf(plain).slice(0, groups).join(':')}::/${groups * 16}`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const parts = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const before = parts(head);
  const after = parts(tail ?? '');
  // An IPv4 address at the end stands for two groups; which ones they are is beyond what is looked at.
  const length = (list: readonly string[]): number => list.length + (list.at(-1)?.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? 0 : 8 - length(before) - length(after);
  const all = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return all.map((group) => group.replace(/^0+(?=.)/, ''));
}
