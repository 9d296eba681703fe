import { titleOf } from '@samenbord/shared/board';
import Trash from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { BoardHandle, MeetingHandle } from '../../board/index.ts';
import { useLocale, useText } from '../../i18n/index.ts';
import type { ConductCalls } from '../../session/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Button, Field, useReadable } from '../../ui/index.ts';
import { useAct } from '../panel/useAct.ts';
import { endOfDay, lastDayOf } from './lastDay.ts';

interface SettingsDialogProps {
  readonly board: BoardHandle;
  readonly meeting: MeetingHandle;
  readonly calls: Pick<ConductCalls, 'setEnd' | 'erase'>;
  readonly onErased: () => void;
  readonly onClose: () => void;
}

/** How long the board is kept, and erasing it: what each means is said before it is done. */
export function SettingsDialog({ board, meeting, calls, onErased, onClose }: SettingsDialogProps) {
  const t = useText('facilitate');
  const title = useReadable(board.view, titleOf);
  const ends = useReadable(meeting.view, (view) => view.ends);
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <EndDate key={ends} ends={ends} setEnd={calls.setEnd} />
      <Erase title={title} erase={calls.erase} onErased={onErased} />
    </Dialog>
  );
}

interface EndDateProps {
  readonly ends: number | null;
  readonly setEnd: ConductCalls['setEnd'];
}

function EndDate({ ends, setEnd }: EndDateProps) {
  const t = useText('facilitate');
  const locale = useLocale();
  const act = useAct();
  const [day, setDay] = useState(ends === null ? '' : lastDayOf(ends));
  const [past, setPast] = useState(false);
  const set = (): void => {
    const end = endOfDay(day);
    const fits = end !== undefined && end > Date.now();
    setPast(!fits);
    if (fits) void act.run(() => setEnd(end));
  };
  const said = (end: number): string => new Date(end - 1).toLocaleDateString(locale, { dateStyle: 'full' });
  return (
    <section className="facilitate-setting">
      <h3>{t('settings.end')}</h3>
      <p role="status">
        {ends === null ? t('settings.end.none') : t('settings.end.on', { date: said(ends) })}
      </p>
      <p className="facilitate-note">{t('settings.end.note')}</p>
      <div className="facilitate-row facilitate-bottom">
        <Field
          className="facilitate-grow"
          label={t('settings.end.date')}
          type="date"
          min={lastDayOf(Date.now())}
          value={day}
          error={past ? t('settings.end.past') : undefined}
          onChange={({ target }) => setDay(target.value)}
        />
        <Button disabled={act.busy} onClick={set}>
          {t('settings.end.set')}
        </Button>
        {ends === null ? null : (
          <Button disabled={act.busy} onClick={() => void act.run(() => setEnd(null))}>
            {t('settings.end.clear')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface EraseProps {
  readonly title: string;
  readonly erase: ConductCalls['erase'];
  readonly onErased: () => void;
}

function Erase({ title, erase, onErased }: EraseProps) {
  const t = useText('facilitate');
  const act = useAct();
  const [typed, setTyped] = useState('');
  const run = async (): Promise<void> => {
    if (await act.run(() => erase(typed.trim()))) onErased();
  };
  return (
    <section className="facilitate-setting">
      <h3>{t('settings.erase')}</h3>
      <p>{t('settings.erase.note')}</p>
      <Field
        label={t('settings.erase.title')}
        hint={t('settings.erase.hint', { title })}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button
        tone="danger"
        icon={<Trash aria-hidden />}
        disabled={act.busy || typed.trim() !== title.trim()}
        onClick={() => void run()}
      >
        {t('settings.erase.yes')}
      </Button>
    </section>
  );
}
