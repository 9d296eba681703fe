import { type RegionId, regionById } from '@samenbord/shared/layout';
import { questionsOf, type TemplateKey } from '@samenbord/shared/template';
import Expand from 'lucide-react/icons/expand';
import Feather from 'lucide-react/icons/feather';
import Lightbulb from 'lucide-react/icons/lightbulb';
import Projector from 'lucide-react/icons/projector';
import X from 'lucide-react/icons/x';
import { useEffect, useId, useRef } from 'react';
import { fieldName } from '../board/fieldName.ts';
import type { BoardHandle } from '../board/types.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { Button, IconButton, useReadable } from '../ui/index.ts';
import { rectToView } from './camera/camera.ts';
import type { Stage } from './stage.ts';
import { placeBeside } from './sticker/anchoring.ts';
import { useAnchor } from './sticker/useAnchor.ts';

interface QuestionsProps {
  readonly stage: Stage;
  readonly board: BoardHandle;
  readonly region: RegionId;
  readonly onClose: () => void;
  /** Lets everybody write in silence about this field; where one may do that. */
  readonly onSilentRound: ((sheet: TemplateKey, region: RegionId) => void) | undefined;
}

/** The guiding questions of a field and its tip, at the field's label. */
export function QuestionsPanel({ stage, board, region: id, onSilentRound, onClose: close }: QuestionsProps) {
  const t = useText('near');
  const language = useLanguage();
  const { model } = stage;
  const title = useId();
  const element = useRef<HTMLDivElement>(null);
  const partners = useReadable(board.view, (view) => view.partners);
  const { layout } = model.sheet();
  const region = regionById(layout, id);
  useReturnOfFocus(element, id);
  useAnchor(model, element, (size) => {
    const label = stage.labelOf(id);
    if (!label || element.current?.closest<HTMLElement>('.canvas')?.dataset.narrow === 'true')
      return undefined;
    const box = rectToView(model.camera.get(), label);
    // Its left edge at the label's, as a list under its heading.
    const heading = { ...box, width: Math.min(box.width, size.width) };
    return placeBeside({ ...heading, width: size.width }, size, model.camera.view(), 'below');
  });
  if (!region) return null;
  const { ask, hint } = questionsOf(layout.template, region.field.key);
  return (
    <div
      className="canvas-questions"
      ref={element}
      role="dialog"
      aria-labelledby={title}
      data-scrolls
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2 id={title}>{fieldName(layout, id, partners, language)}</h2>
        <IconButton label={t('questions.close')} icon={<X aria-hidden />} onClick={close} />
      </header>
      <ul>
        {ask.map((question) => (
          <li key={question.nl}>{question[language]}</li>
        ))}
      </ul>
      {hint ? (
        <p className="canvas-hint">
          <Lightbulb role="img" aria-label={t('questions.hint')} />
          <span>{hint[language]}</span>
        </p>
      ) : null}
      <Button
        icon={<Expand aria-hidden />}
        onClick={() => {
          close();
          model.zoomToRegion(id);
        }}
      >
        {t('questions.zoom')}
      </Button>
      <Button
        icon={<Projector aria-hidden />}
        onClick={() => {
          close();
          model.fetched.present(id);
        }}
      >
        {t('questions.present')}
      </Button>
      {onSilentRound === undefined ? null : (
        <Button
          icon={<Feather aria-hidden />}
          onClick={() => {
            close();
            onSilentRound(layout.template, id);
          }}
        >
          {t('questions.silent')}
        </Button>
      )}
    </div>
  );
}

/** Opened by keyboard, the panel takes the focus and gives it back to the label. */
function useReturnOfFocus(element: React.RefObject<HTMLElement | null>, region: RegionId): void {
  useEffect(() => {
    const before = document.activeElement;
    if (!(before instanceof HTMLElement) || before.dataset.region !== region) return;
    element.current?.focus({ preventScroll: true });
    return () => {
      if (before.isConnected) before.focus({ preventScroll: true });
    };
  }, [element, region]);
}
