import Plus from 'lucide-react/icons/plus';
import Trash from 'lucide-react/icons/trash-2';
import { type CSSProperties, useEffect, useId, useRef } from 'react';
import type { SilentNote } from '../board/silent.ts';
import { useText } from '../i18n/index.ts';
import { Button, IconButton, notify, useReadable } from '../ui/index.ts';
import { WritingField } from '../ui/WritingField.tsx';
import type { RoundParts } from './parts.ts';
import type { OpenSilent } from './useSilent.ts';

interface NotesProps {
  readonly parts: RoundParts;
  readonly open: OpenSilent;
}

/** One's own stickers of this round, one thought on each, and the place for the next. */
export function Notes({ parts, open }: NotesProps) {
  const t = useText('silent');
  const title = useId();
  const add = useRef<HTMLButtonElement>(null);
  const { desk, silent } = open;
  const { notes, ready, canWrite } = useReadable(silent.view);
  const writing = useReadable(desk.current);
  const begun = writing?.draft ? writing : null;
  const startNew = () => desk.startNew({});
  useFirst(open, parts.session.me.role === 'partner');
  const color = useReadable(
    parts.board.view,
    (view) => view.partners.find(({ id }) => id === parts.session.me.partner)?.color,
  );
  if (ready)
    return (
      <div className="silent-notes" style={tinted(color)}>
        <p className="silent-done">{t('ready.done')}</p>
        <ul aria-label={t('panel.yours')}>
          {notes.map((note) => (
            <li key={note.id} className="sb-card silent-note">
              <p className="sb-card-text" dir="auto">
                {note.text}
              </p>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className="silent-notes" style={tinted(color)}>
      <h3 id={title}>{t('panel.yours')}</h3>
      <ul aria-labelledby={title}>
        {notes
          .filter(({ id }) => begun === null || id !== begun.sticker)
          .map((note) => (
            <Note key={note.id} note={note} open={open} canWrite={canWrite} onNext={startNew} />
          ))}
        {begun === null ? null : (
          <li key={`new-${begun.key}`} className="sb-card silent-note">
            <Editor
              open={open}
              onEnd={(how) => {
                if (desk.current.get()?.key !== begun.key) return;
                const isEmpty = desk.text().trim() === '';
                desk.finish();
                if (how === 'next' && !isEmpty) startNew();
                else if (how !== 'left') add.current?.focus();
              }}
            />
          </li>
        )}
      </ul>
      {canWrite && begun === null ? (
        <Button ref={add} icon={<Plus aria-hidden />} onClick={startNew}>
          {notes.length === 0 ? t('note.placeholder') : t('panel.more')}
        </Button>
      ) : null}
    </div>
  );
}

/** In the colour of one's partner; a facilitator's are of nobody in particular. */
const tinted = (color: string | undefined): CSSProperties | undefined =>
  color === undefined ? undefined : ({ '--partner': color } as CSSProperties);

/** Who comes to write can begin at once. The facilitator came to lead. */
function useFirst({ desk, silent }: OpenSilent, wanted: boolean): void {
  useEffect(() => {
    const { notes, ready, canWrite } = silent.view.get();
    if (wanted && canWrite && !ready && notes.length === 0) desk.startNew({});
  }, [desk, silent, wanted]);
}

interface NoteProps {
  readonly note: SilentNote;
  readonly open: OpenSilent;
  readonly canWrite: boolean;
  readonly onNext: () => void;
}

function Note({ note: { id, text }, open, canWrite, onNext }: NoteProps) {
  const t = useText('silent');
  const { desk, silent } = open;
  const isWriting = useReadable(desk.current, (writing) => writing?.sticker === id);
  const remove = () => {
    const putBack = silent.commands.removeStickers([id]);
    notify({
      text: t('note.removed'),
      action: { label: t('note.putBack'), run: putBack },
    });
  };
  if (isWriting)
    return (
      <li className="sb-card silent-note">
        <Editor
          open={open}
          onEnd={(how) => {
            if (desk.current.get()?.sticker !== id) return;
            desk.finish();
            if (how === 'next') onNext();
          }}
        />
      </li>
    );
  return (
    <li className="sb-card silent-note">
      <button
        type="button"
        className="sb-card-text"
        dir="auto"
        aria-label={t('note.write', { text })}
        disabled={!canWrite}
        onClick={() => desk.writeIn(id)}
      >
        {text}
      </button>
      <IconButton
        label={t('note.remove', { text })}
        icon={<Trash aria-hidden />}
        disabled={!canWrite}
        onClick={remove}
      />
    </li>
  );
}

interface EditorProps {
  readonly open: OpenSilent;
  readonly onEnd: (how: 'next' | 'done' | 'left') => void;
}

function Editor({ open, onEnd }: EditorProps) {
  const t = useText('silent');
  return (
    <div className="silent-editor">
      <WritingField
        desk={open.desk}
        label={t('note.label')}
        placeholder={t('note.placeholder')}
        full={t('note.full')}
        onEnd={onEnd}
      />
      <p className="silent-keys">{t('note.keys')}</p>
    </div>
  );
}
