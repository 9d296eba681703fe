import { LIMITS } from '@samenbord/shared/protocol';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { announce, Button, Field, notify } from '../../ui/index.ts';
import { select } from '../acts.ts';
import type { CanvasModel } from '../model.ts';
import './more.css';

interface GroupDialogProps {
  readonly model: CanvasModel;
  /** Around these a frame is made, */
  readonly ids: readonly string[];
  /** or this one gets another name. */
  readonly group: string | null;
  readonly onClose: () => void;
}

/** What a frame around stickers is called: asked before there is one, so that making it is one step. */
export function GroupDialog({ model, ids, group, onClose }: GroupDialogProps) {
  const t = useText('tools');
  const field = useRef<HTMLInputElement>(null);
  const there = model.sheet().groups?.find(({ id }) => id === group);
  const [title, setTitle] = useState(there?.title ?? '');
  const { commands } = model.board;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    onClose();
    if (group !== null) commands.renameGroup(group, title);
    else if (commands.group(ids, title) === undefined) {
      notify({ text: t('group.full', { limit: LIMITS.groups }), tone: 'trouble' });
      return;
    } else select(model, ids);
    announce(title.trim() === '' ? t('group.doneBare') : t('group.done', { title }));
  };
  return (
    <Dialog
      title={group === null ? t('group.title', { count: ids.length }) : t('group.rename')}
      first={field}
      onClose={onClose}
    >
      <form className="canvas-form" onSubmit={save}>
        <Field
          ref={field}
          label={t('group.name')}
          value={title}
          maxLength={LIMITS.groupTitle}
          autoComplete="off"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className="canvas-form-buttons">
          <Button onClick={onClose}>{t('group.cancel')}</Button>
          <Button type="submit" tone="primary">
            {group === null ? t('group.go') : t('group.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
