import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The module as a page that was just opened has it, with this storage. */
async function open(storage: Partial<Storage>) {
  vi.resetModules();
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  vi.stubGlobal('navigator', { language: 'en-US', languages: ['en-US'] });
  return await import('./texts.ts');
}

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

const blocked: Partial<Storage> = {
  getItem: () => {
    throw new DOMException('blocked', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('blocked', 'SecurityError');
  },
};

let storage: Storage;
beforeEach(() => {
  storage = memory();
});
afterEach(() => vi.unstubAllGlobals());

describe('the language', () => {
  it('is Dutch at first, whatever the browser says', async () => {
    const { startLanguage, text } = await open(storage);
    await startLanguage();
    expect(text('ui', 'dialog.close')).toBe('Sluiten');
    expect(document.documentElement.lang).toBe('nl');
  });

  it('is remembered when chosen', async () => {
    const before = await open(storage);
    await before.setLanguage('en');
    expect(before.text('ui', 'dialog.close')).toBe('Close');
    const after = await open(storage);
    await after.startLanguage();
    expect(after.text('ui', 'dialog.close')).toBe('Close');
    expect(document.documentElement.lang).toBe('en');
  });

  it('can be chosen where storage is blocked', async () => {
    const { startLanguage, setLanguage, text } = await open(blocked);
    await startLanguage();
    await setLanguage('en');
    expect(text('ui', 'dialog.close')).toBe('Close');
    await setLanguage('nl');
    expect(text('ui', 'dialog.close')).toBe('Sluiten');
  });

  it('that storage holds but nobody speaks is Dutch', async () => {
    storage.setItem('samenbord.language', 'tlh');
    const { startLanguage, text } = await open(storage);
    await startLanguage();
    expect(text('ui', 'dialog.close')).toBe('Sluiten');
  });
});

describe('the language of a board', () => {
  it('is shown to who never chose one, and not remembered', async () => {
    const { proposeLanguage, text } = await open(storage);
    await proposeLanguage('en');
    expect(text('ui', 'dialog.close')).toBe('Close');
    const later = await open(storage);
    await later.startLanguage();
    expect(later.text('ui', 'dialog.close')).toBe('Sluiten');
  });

  it.each([
    ['remembered', () => storage],
    ['only known in this page', () => blocked],
  ])('does not overrule a choice that is %s', async (_, where) => {
    const { proposeLanguage, setLanguage, text } = await open(where());
    await setLanguage('nl');
    await proposeLanguage('en');
    expect(text('ui', 'dialog.close')).toBe('Sluiten');
  });
});

it('fills in values as they are, and chooses the plural', async () => {
  const { text } = await open(storage);
  expect(text('app', 'title.with', { title: 'Huis & <Haard>' })).toBe('Huis & <Haard> · Samenbord');
  expect(text('app', 'save.offline', { count: 1 })).toBe('Offline: 1 wijziging wacht');
  expect(text('app', 'save.offline', { count: 0 })).toBe('Offline: 0 wijzigingen wachten');
});
