import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import './tabs.css';

export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
  /** Shown instead of the label where there is little room; read aloud is always the label. */
  readonly short?: string;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<K>[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
  /** The id of the one panel they all show their content in: give it `role="tabpanel"`. */
  readonly panel: string;
}

/** The id of a tab's own element, for the panel's `aria-labelledby`. */
export const tabId = (panel: string, key: string): string => `${panel}-tab-${key}`;

/** Tabs as the ARIA Authoring Practices describe them: arrows, Home and End choose at once. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose, panel }: TabsProps<K>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === chosen);
    const next = tabs[nextTab(event.key, at, tabs.length) ?? -1];
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
          aria-label={tab.label}
          tabIndex={tab.key === chosen ? 0 : -1}
          className="sb-tab"
          onClick={() => onChoose(tab.key)}
        >
          <Words tab={tab} />
        </button>
      ))}
    </div>
  );
}

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
