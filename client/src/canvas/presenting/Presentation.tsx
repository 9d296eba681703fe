import { type RegionId, regionById } from '@samenbord/shared/layout';
import { type Language, questionsOf } from '@samenbord/shared/template';
import Left from 'lucide-react/icons/chevron-left';
import Right from 'lucide-react/icons/chevron-right';
import X from 'lucide-react/icons/x';
import { useEffect, useEffectEvent, useRef } from 'react';
import { fieldName } from '../../board/fieldName.ts';
import { useText } from '../../i18n/index.ts';
import { announce, Button, useReadable, VisuallyHidden } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { neighbour, step, stepOf } from './fields.ts';
import { useQuiet } from './useQuiet.ts';
import { useShownLarge } from './useShownLarge.ts';
import './presenting.css';

interface PresentationProps {
  readonly model: CanvasModel;
  readonly region: RegionId;
  readonly language: Language;
  /** The canvas's own element. */
  readonly home: HTMLElement;
  readonly onClose: () => void;
}

/**
 * One field fills the page, with its name and question over it; the rest of the sheet is dimmed and the page around it
 * steps back. Stickers can be moved and written as ever.
 */
export function Presentation({ model, region: id, language, home, onClose }: PresentationProps) {
  const t = useText('presenting');
  const head = useRef<HTMLElement>(null);
  const foot = useRef<HTMLElement>(null);
  const partners = useReadable(model.board.view, (view) => view.partners);
  const layout = useReadable(model.board.view, (view) => view.sheets[model.sheet().key].layout);
  const region = regionById(layout, id);
  const name = (which: RegionId) => fieldName(layout, which, partners, language);
  const question = region ? (questionsOf(layout.template, region.field.key).ask[0]?.[language] ?? '') : '';
  const [at, all] = [layout.regions.findIndex((one) => one.id === id) + 1, layout.regions.length];

  useQuiet(home);
  useShownLarge(model, home, region?.rect, head, foot);
  useKeys(model);
  useFocus(head, home);
  const say = useEffectEvent(() => announce(t('bar.says', { field: name(id), question, at, all })));
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew for another field, and for nothing else.
  useEffect(() => say(), [id]);
  const leave = useEffectEvent(onClose);
  // The partner whose field it was left the table.
  useEffect(() => {
    if (region === undefined) leave();
  }, [region]);
  if (!region) return null;

  const previous = neighbour(layout, id, -1);
  const next = neighbour(layout, id, 1);
  return (
    <section className="canvas-presenting" aria-label={t('bar.label')}>
      <header ref={head} tabIndex={-1}>
        <div className="presenting-words">
          <h2>{name(id)}</h2>
          {question === '' ? null : <p>{question}</p>}
          <VisuallyHidden>{t('bar.keys')}</VisuallyHidden>
        </div>
        <Button className="presenting-stop" title={t('bar.stop')} icon={<X aria-hidden />} onClick={onClose}>
          {t('bar.stop')}
        </Button>
      </header>
      <nav ref={foot}>
        <Step label={t('bar.previous', { field: name(previous) })} onClick={() => step(model, -1)}>
          <Left aria-hidden />
          <span>{name(previous)}</span>
        </Step>
        <span className="presenting-at">{t('bar.at', { at, all })}</span>
        <Step label={t('bar.next', { field: name(next) })} onClick={() => step(model, 1)}>
          <span>{name(next)}</span>
          <Right aria-hidden />
        </Step>
      </nav>
    </section>
  );
}

interface StepProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Step({ label, onClick, children }: StepProps) {
  return (
    <Button aria-label={label} className="presenting-step" onClick={onClick}>
      {children}
    </Button>
  );
}

/** What has arrows for itself. */
const OWN_ARROWS = 'input, textarea, select, [contenteditable], [role="menu"] *, [role="dialog"] *';

/**
 * Arrows go from field to field, also from a sticker that was just moved: with shift they still move that. Escape is
 * the canvas's.
 */
function useKeys(model: CanvasModel): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const by = stepOf(event);
      const busy = event.target instanceof Element && event.target.matches(OWN_ARROWS);
      if (by === undefined || busy || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      step(model, by);
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [model]);
}

/** Takes the focus, and gives it back to what had it. */
function useFocus(head: React.RefObject<HTMLElement | null>, home: HTMLElement): void {
  useEffect(() => {
    const before = document.activeElement;
    head.current?.focus({ preventScroll: true });
    return () => {
      const back = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (back ? before : home).focus({ preventScroll: true });
    };
  }, [head, home]);
}
