import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { Fragment, useId, useRef, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { announce, Button, notify } from '../ui/index.ts';
import { copySheetText } from './copySheetText.ts';
import type { SheetText, TextGroup } from './sheetText.ts';
import { withPartner } from './sheetTextFormats.ts';

/** The picture's content as text, to read and to copy. */
export function SheetTextPanel({ text }: { readonly text: SheetText }) {
  const t = useText('export');
  const heading = useId();
  const words = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState<SheetText>();
  const copy = async (): Promise<void> => {
    if (await copySheetText(text)) {
      setCopied(text);
      announce(t('text.copied'));
      return;
    }
    if (words.current) getSelection()?.selectAllChildren(words.current);
    notify({ text: t('text.copyBlocked'), tone: 'trouble' });
  };
  return (
    <div className="sb-export-text">
      <div className="sb-export-text-head">
        <div>
          <h3 id={heading}>{t('text.heading')}</h3>
          <p className="sb-export-note">{t('text.why')}</p>
        </div>
        <Button
          icon={copied === text ? <Check aria-hidden /> : <Copy aria-hidden />}
          onClick={() => void copy()}
        >
          {copied === text ? t('text.copied') : t('text.copy')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached with the keyboard */}
      <section className="sb-export-words" ref={words} tabIndex={0} aria-labelledby={heading}>
        <h4>{text.title}</h4>
        {text.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {text.groups.map((group) => (
          <Group key={group.heading ?? ''} group={group} />
        ))}
        {text.links === null ? null : (
          <>
            <h4>{text.links.label}</h4>
            <Items items={text.links.items} />
          </>
        )}
        <p className="sb-export-note">{text.source}</p>
      </section>
    </div>
  );
}

function Group({ group: { heading, fields, empty } }: { readonly group: TextGroup }) {
  const Label = heading === null ? 'h4' : 'h5';
  return (
    <>
      {heading === null ? null : <h4>{heading}</h4>}
      {fields.map(({ label, items }) => (
        <Fragment key={label}>
          <Label>{label}</Label>
          <Items items={items.map(withPartner)} />
        </Fragment>
      ))}
      {empty === null ? null : <p className="sb-export-note">{empty}</p>}
    </>
  );
}

function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}
