import type { RegionId } from '@samenbord/shared/layout';
import type { TemplateKey } from '@samenbord/shared/template';
import { useMemo } from 'react';
import { fetched, useReadable } from '../ui/index.ts';
import { loadNear } from './laterNear.ts';
import { asSeenBy, type Mind } from './mind/mind.ts';
import type { Stage } from './stage.ts';
import type { ToolbarProps } from './sticker/StickerToolbar.tsx';

const StickerToolbar = fetched<Required<ToolbarProps>>(() => loadNear().then((m) => m.StickerToolbar));
const StickerReader = fetched(() => loadNear().then((m) => m.StickerReader));
const QuestionsPanel = fetched(() => loadNear().then((m) => m.QuestionsPanel));

interface AttendedProps {
  readonly stage: Stage;
  /** Whose attention it is. */
  readonly mind: Mind;
  /** Whether what is selected can be worked on now. */
  readonly canWrite: boolean;
  readonly focusSticker: (id: string) => void;
  readonly onSilentRound: ((sheet: TemplateKey, region: RegionId) => void) | undefined;
}

/** What lies open beside what one person selected, reads or asks about. */
export function Attended({ stage, mind, canWrite, focusSticker, onSilentRound }: AttendedProps) {
  const { board } = stage.model;
  const model = useMemo(() => asSeenBy(stage.model, mind), [stage, mind]);
  const label = useReadable(mind.openLabel);
  const read = useReadable(mind.reading);
  const reading = useReadable(board.view, (view) => (read === null ? undefined : view.byId.get(read)));
  const selected = useReadable(mind.selection, (ids) => ids.length > 0);
  return (
    <>
      {canWrite && selected ? (
        <StickerToolbar
          model={model}
          board={board}
          focusSticker={focusSticker}
          onClose={() => mind.selection.set([])}
        />
      ) : null}
      {reading && !reading.picture ? (
        <StickerReader
          key={reading.id}
          stage={stage}
          sticker={reading}
          onClose={() => mind.reading.set(null)}
        />
      ) : null}
      {label === null ? null : (
        <QuestionsPanel
          key={label}
          stage={stage}
          board={board}
          region={label}
          onSilentRound={onSilentRound}
          onClose={() => mind.openLabel.set(null)}
        />
      )}
    </>
  );
}
