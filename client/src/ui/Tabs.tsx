import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import './tabs.css';

export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
  /** Shown instead of the label where there is little room; read aloud is always the label. */
  readonly short?: string;
  /** Why this one cannot be chosen, in words: shown as a lock, read aloud with the label. */
  readonly closed?: string;
  /** Something about it, in words: read aloud with the label. */
  readonly note?: string;
  /** Beside the label. */
  readonly icon?: ReactNode;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<K>[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
  /** One that is closed was pressed: say why. */
  readonly onClosed?: (key: K) => void;
  /** The id of the one panel they all show their content in: give it `role="tabpanel"`. */
  readonly panel: string;
}

/** The id of a tab's own element, for the panel's `aria-labelledby`. */
export const tabId = (panel: string, key: string): string => `${panel}-tab-${key}`;

/** Tabs as the ARIA Authoring Practices describe them: arrows, Home and End choose at once. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose, onClosed, panel }: TabsProps<K>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    // Those that are closed are passed over, as things one cannot use.
    const ways = tabs.filter((tab) => tab.closed === undefined);
    const at = ways.findIndex((tab) => tab.key === chosen);
    const next = ways[nextTab(event.key, at, ways.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.key);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(panel, next.key))}`)?.focus();
  };
  return (
    <div className="sb-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          id={tabId(panel, tab.key)}
          aria-selected={tab.key === chosen}
          aria-controls={panel}
          aria-label={nameOf(tab)}
          aria-disabled={tab.closed === undefined ? undefined : true}
          tabIndex={tab.key === chosen ? 0 : -1}
          className="sb-tab"
          onClick={() => (tab.closed === undefined ? onChoose(tab.key) : onClosed?.(tab.key))}
        >
          {tab.icon}
          <Words tab={tab} />
        </button>
      ))}
    </div>
  );
}

const nameOf = ({ label, closed, note }: Tab<string>): string =>
  [label, closed, note].filter((part) => part !== undefined).join(', ');

function Words({ tab }: { readonly tab: Tab<string> }): ReactNode {
  if (tab.short === undefined) return tab.label;
  return (
    <>
      <span className="sb-tab-long">{tab.label}</span>
      <span className="sb-tab-short">{tab.short}</span>
    </>
  );
}

/** Which tab a key goes to, or `undefined` when the key is not for tabs. */
export function nextTab(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
