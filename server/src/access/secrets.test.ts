import { expect, test } from 'vitest';
import { hashSecret, newId, newSecret, sameHash } from './secrets.ts';

test('a secret is 192 bits of base64url that no mail program shortens, and never twice the same', () => {
  const secrets = Array.from({ length: 500 }, newSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{30}[A-Za-z0-9]$/);
  expect(new Set(secrets).size).toBe(500);
});

test('an id may stand in a document name', () => {
  for (let n = 0; n < 500; n += 1) expect(newId()).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{14}[A-Za-z0-9]$/);
});

test('hashes are SHA-256, equal for equal secrets only', () => {
  expect(Buffer.from(hashSecret('abc')).toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(sameHash(hashSecret('a'), hashSecret('a'))).toBe(true);
  expect(sameHash(hashSecret('a'), hashSecret('b'))).toBe(false);
  expect(sameHash(hashSecret('a'), hashSecret('a').slice(1))).toBe(false);
});
