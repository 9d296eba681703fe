import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useReadable } from '../../ui/index.ts';
import type { ActName } from '../acts.ts';
import { isSingle, SHORTCUTS } from '../keys.ts';
import { settings } from '../settings.ts';
import { plain } from './finding.ts';
import { keyName } from './keyNames.ts';
import type { Say } from './say.ts';
import { useSearchFirst } from './searchFirst.ts';
import './more.css';

interface ShortcutsDialogProps {
  readonly onClose: () => void;
}

interface Row {
  readonly words: string;
  readonly keys: readonly string[];
  readonly single: boolean;
}

/** Everything a key does, to search in; and the switch for keys that are also letters. */
export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  const t = useText('tools');
  const [query, setQuery] = useState('');
  const { first, field } = useSearchFirst();
  const single = useReadable(settings().singleKeys);
  const words = plain(query.trim());
  const shown = rowsOf(t).filter((row) => plain(`${row.words} ${row.keys.join(' ')}`).includes(words));
  return (
    <Dialog title={t('shortcuts.title')} first={first} onClose={onClose}>
      <input
        ref={field}
        className="canvas-search"
        type="search"
        value={query}
        aria-label={t('shortcuts.search')}
        placeholder={t('shortcuts.search')}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <label className="canvas-switch">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => settings().singleKeys.set(event.currentTarget.checked)}
        />
        <span>{t('shortcuts.single')}</span>
      </label>
      <dl className="canvas-shortcuts" data-scrolls>
        {shown.map((row) => (
          <div key={row.words} data-off={row.single && !single ? '' : undefined}>
            <dt>{row.words}</dt>
            <dd>
              {row.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p role="status" className="canvas-none">
        {shown.length === 0 ? t('shortcuts.none') : ''}
      </p>
    </Dialog>
  );
}

/** What is no act by one key: the browser's own events, and what pointers and modifiers do. */
function others(t: Say): readonly Row[] {
  const row = (words: string, ...keys: string[]): Row => ({ words, keys, single: false });
  const ctrl = (key: string): string => keyName({ key, ctrl: true }, t);
  return [
    row(t('act.copy'), ctrl('c')),
    row(t('act.cut'), ctrl('x')),
    row(t('act.paste'), ctrl('v')),
    row(t('other.next'), ctrl('Enter'), t('key.tab')),
    row(t('other.write'), t('key.letter')),
    row(t('other.step'), t('key.arrows')),
    row(t('other.leap'), t('key.shift', { key: t('key.arrows') })),
    row(t('other.pan'), t('key.space'), t('key.right')),
    row(
      t('other.add'),
      t('key.shift', { key: t('key.click') }),
      t('key.shift', { key: t('key.spaceAlone') }),
    ),
    row(t('other.copy'), t('key.alt')),
    row(t('other.enclose'), t('key.alt')),
    row(t('other.free'), t('key.ctrlAlone')),
  ];
}

function rowsOf(t: Say): readonly Row[] {
  const byAct = Map.groupBy(SHORTCUTS, ({ act }) => act);
  const acts = [...byAct].map(([act, shortcuts]) => ({
    words: wordsOf(act, t),
    keys: [...new Set(shortcuts.map((shortcut) => keyName(shortcut, t)))],
    single: shortcuts.every(isSingle),
  }));
  return [...acts, ...others(t)];
}

function wordsOf(act: ActName, t: Say): string {
  return t(`act.${act}`);
}
