import { expect, test } from 'vitest';
import { listen, listeningUrl, visitableUrl } from './listen.ts';

test('it listens on a free port and says which', async () => {
  const server = await listen('127.0.0.1', 0, 10);
  expect(listeningUrl(server, '127.0.0.1')).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  expect(listeningUrl(server, '::1')).toMatch(/^http:\/\/\[::1\]:[1-9]\d*$/);
  server.close();
});

test.each([
  ['http://0.0.0.0:4321', 'http://localhost:4321'],
  ['http://[::]:4321', 'http://localhost:4321'],
  ['http://[::1]:4321', 'http://[::1]:4321'],
  ['http://192.168.1.5:80', 'http://192.168.1.5:80'],
])('links for %s begin with %s', (listening, expected) => {
  expect(visitableUrl(listening)).toBe(expected);
});

test('a port that is taken is told by its number and what to do', async () => {
  const server = await listen('127.0.0.1', 0, 10);
  const { port } = server.address() as { port: number };
  await expect(listen('127.0.0.1', port, 10)).rejects.toThrow(
    new RegExp(`port ${port} on 127\\.0\\.0\\.1 is taken .* set PORT`),
  );
  server.close();
});
