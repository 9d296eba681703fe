import type { NewStickerRequest, PenBoardResponse } from '@samenbord/shared/protocol';
import { element } from './element.ts';
import { showForm } from './form.ts';
import { arrive, memoryOf } from './memory.ts';
import { createOutbox, type Send } from './outbox.ts';
import { type Language, type Say, sayIn } from './words.ts';
import './pen.css';

/** ms before looking again for a server that does not answer. */
const AGAIN = 3_000;

const home = document.getElementById('pen') ?? document.body;
const memory = memoryOf(storageOf());
const { board, pass } = arrive(
  {
    pathname: location.pathname,
    hash: location.hash,
    replace: (path) => history.replaceState(null, '', path),
  },
  memory,
);

void open();

async function open(): Promise<void> {
  const say = sayIn(languageOf(undefined));
  if (pass === undefined) return tell(say('gone.title'), say('gone.text'));
  tell(say('looking'), '');
  const found = await look(pass);
  if (found === 'gone') return tell(say('gone.title'), say('gone.text'));
  if (found === 'away') {
    tell(say('away.title'), say('away.text'));
    setTimeout(() => void open(), AGAIN);
    return;
  }
  show(found, sayIn(languageOf(found.language)), languageOf(found.language));
}

function show(found: PenBoardResponse, say: Say, language: Language): void {
  document.documentElement.lang = language;
  document.title = `${found.title} – Samenbord`;
  const outbox = createOutbox({
    send: sending(pass ?? ''),
    memory,
    name: `pen.${board}.waiting`,
    later: (run, ms) => void setTimeout(run, ms),
    changed: () => form.refresh(),
  });
  const form = showForm(home, { board: found, memory, outbox, say, language });
  window.addEventListener('online', () => outbox.flush());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) outbox.flush();
  });
  outbox.flush();
}

/** Sends to the board. The pass goes in a header, which no address and no log holds. */
function sending(by: string): Send {
  return async (sticker: NewStickerRequest) => {
    const response = await fetch(`/api/boards/${board}/stickers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' },
      body: JSON.stringify(sticker),
    });
    const wait = Number(response.headers.get('retry-after'));
    return { status: response.status, ...(wait > 0 ? { wait } : {}) };
  };
}

async function look(by: string): Promise<PenBoardResponse | 'gone' | 'away'> {
  try {
    const response = await fetch(`/api/boards/${board}/pen`, { headers: { authorization: `Bearer ${by}` } });
    if (response.ok) return (await response.json()) as PenBoardResponse;
    return [401, 403, 404].includes(response.status) ? 'gone' : 'away';
  } catch {
    return 'away';
  }
}

function tell(title: string, text: string): void {
  home.replaceChildren(element('h1', {}, title), element('p', { role: 'status' }, text));
}

function languageOf(boards: Language | undefined): Language {
  const chosen = memory.get('language');
  return chosen === 'nl' || chosen === 'en' ? chosen : (boards ?? 'nl');
}

function storageOf(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
