import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import type { PenResponse } from '@samenbord/shared/protocol';
import { expectAccessible } from './support/accessible.ts';
import { TWO_PARTNERS } from './support/boardApi.ts';
import { LOST_NETWORK } from './support/guard.ts';
import { expect, test } from './support/test.ts';

/** What the page of a phone may load at most: bytes of script, compressed with gzip. */
const MOST_SCRIPT = 60_000;

test('a phone scans the code on the wall, and throws a sticker into a field, over a bad line too', async ({
  api,
  people,
  guard,
}) => {
  // The line that is cut here.
  guard.allow(LOST_NETWORK);
  const { links } = await api.create(TWO_PARTNERS);
  const wall = await people.join(links.facilitator, 'Fien', {
    viewport: { width: 1920, height: 1080 },
    hasTouch: true,
  });
  await wall.page.getByRole('button', { name: 'Meer beeld' }).tap();
  await wall.page.getByRole('menuitemcheckbox', { name: 'Samen aan het scherm' }).tap();
  const made = wall.page.waitForResponse((response) => response.url().endsWith('/pens'));
  await wall.page.getByRole('button', { name: 'Telefoon als pen' }).tap();
  const { url } = (await (await made).json()) as PenResponse;
  await expect(wall.page.getByRole('img', { name: /QR-code/ })).toBeVisible();

  const { page: phone, context } = await people.browser({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const scripts: Promise<number>[] = [];
  phone.on('response', (response: Response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body).byteLength));
  });
  await phone.goto(url);
  await expect(phone.getByRole('heading', { name: 'Proefbord' })).toBeVisible();
  expect(new URL(phone.url()).hash).toBe('');
  const weight = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  expect(weight).toBeGreaterThan(0);
  expect(weight).toBeLessThan(MOST_SCRIPT);
  // The pass stays out of the address, and is still known after the page is loaded anew.
  await phone.reload();

  await phone.getByLabel('Je naam').fill('Anna');
  await phone.getByLabel('Tekst van de sticker').fill('Een zaal op dinsdag');
  await phone.getByRole('radio', { name: 'Lageland Netbeheer' }).check();
  await phone.getByLabel('Vak').selectOption({ label: 'Gedeelde ambitie' });
  await expectAccessible(phone);
  await context.setOffline(true);
  await phone.getByRole('button', { name: 'Gooi op het bord' }).tap();
  await expect(phone.getByText('Onderweg')).toBeVisible();
  await expect(phone.getByLabel('Tekst van de sticker')).toHaveValue('');
  await context.setOffline(false);
  await expect(phone.getByText('Op het bord', { exact: true })).toBeVisible();

  await expect(wall.page.getByTestId('arrival')).toContainText('Anna');
  await expect(wall.sticker('Een zaal op dinsdag')).toHaveAccessibleName(
    /namens Lageland Netbeheer, in Gedeelde ambitie/,
  );
  // Once, however often it was tried.
  await expect(wall.sticker('Een zaal op dinsdag')).toHaveCount(1);
});
