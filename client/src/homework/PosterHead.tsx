import type { HomeworkStatus } from '@samenbord/shared/board';
import ArrowRight from 'lucide-react/icons/arrow-right';
import Check from 'lucide-react/icons/check';
import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import ListChecks from 'lucide-react/icons/list-checks';
import Lock from 'lucide-react/icons/lock';
import Printer from 'lucide-react/icons/printer';
import Redo from 'lucide-react/icons/redo-2';
import Trash from 'lucide-react/icons/trash-2';
import Undo from 'lucide-react/icons/undo-2';
import Users from 'lucide-react/icons/users';
import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { notifyFailedAct } from '../session/index.ts';
import { Button, fetched, IconButton, MenuButton, notify, PartnerMark, useReadable } from '../ui/index.ts';
import { downloadMine } from './downloadMine.ts';
import type { PosterParts } from './parts.ts';
import { namesHere } from './poster.ts';
import { StatusMark } from './StatusMark.tsx';
import { useOwnPeople } from './useOwnPeople.ts';

const ReadyDialog = fetched(() => import('./ReadyDialog.tsx').then((m) => m.ReadyDialog));
const PeopleDialog = fetched(() => import('./PeopleDialog.tsx').then((m) => m.PeopleDialog));
const EraseDialog = fetched(() => import('./EraseDialog.tsx').then((m) => m.EraseDialog));

interface PosterHeadProps {
  readonly parts: PosterParts;
  readonly progress: { readonly status: HomeworkStatus; readonly alone: boolean };
}

/** Whose poster it is, that nobody else sees it, how far it is, and what can be done with all of it. */
export function PosterHead({ parts, progress }: PosterHeadProps) {
  const t = useText('homework');
  const { partner, calls } = parts;
  const [dialog, setDialog] = useState<'ready' | 'erase'>();
  const close = () => setDialog(undefined);
  return (
    <div className="homework-head">
      <PartnerMark mark={partner.mark} color={partner.color} size="large" />
      <div className="homework-title">
        <h2>{t('poster.label', { partner: partner.name })}</h2>
        <p className="homework-private">
          <Lock aria-hidden />
          <strong>{t(parts.revealed ? 'poster.privateStill' : 'poster.private')}</strong>
        </p>
        <p className="homework-lead">{t('poster.lead')}</p>
      </div>
      <div className="homework-side">
        <Here parts={parts} />
        <Standing progress={progress} />
        <div className="homework-actions">
          <History parts={parts} />
          <MainAction parts={parts} status={progress.status} onChoose={() => setDialog('ready')} />
          <MenuButton
            label={t('action.more')}
            opener={(props) => (
              <IconButton {...props} label={t('action.more')} icon={<Ellipsis aria-hidden />} />
            )}
            items={[
              ...(progress.status === 'ready'
                ? [
                    {
                      key: 'choose',
                      label: t('action.choose'),
                      icon: <ListChecks aria-hidden />,
                      onChoose: () => setDialog('ready'),
                    },
                  ]
                : []),
              {
                key: 'download',
                label: t('action.download'),
                icon: <Download aria-hidden />,
                onChoose: () => void downloadMine(calls, partner.id),
              },
              {
                key: 'print',
                label: t('action.print'),
                icon: <Printer aria-hidden />,
                onChoose: () => window.print(),
              },
              {
                key: 'erase',
                label: t('action.erase'),
                icon: <Trash aria-hidden />,
                onChoose: () => setDialog('erase'),
              },
            ]}
          />
        </div>
      </div>
      {dialog === 'ready' ? <ReadyDialog parts={parts} progress={progress} onClose={close} /> : null}
      {dialog === 'erase' ? <EraseDialog parts={parts} onClose={close} /> : null}
    </div>
  );
}

/** Who else of the partner's people has the poster open. */
function Here({ parts: { open, calls } }: { readonly parts: PosterParts }) {
  const t = useText('homework');
  const others = useReadable(open.source.others);
  const { me } = open.source;
  const names = namesHere(others, me.id);
  const people = useOwnPeople(calls, names.join());
  const [shown, setShown] = useState(false);
  return (
    <div className="homework-here">
      <span>{names.length === 0 ? t('poster.alone') : t('poster.here', { names: names.join(', ') })}</span>
      {people === undefined ? null : (
        <Button tone="plain" icon={<Users aria-hidden />} onClick={() => setShown(true)}>
          {t('people.open', { count: people.people.length })}
        </Button>
      )}
      {shown && people !== undefined ? (
        <PeopleDialog
          people={people}
          here={new Set([me.id, ...others.map(({ presence }) => presence.user.id)])}
          onClose={() => setShown(false)}
        />
      ) : null}
    </div>
  );
}

function Standing({ progress: { status, alone } }: Pick<PosterHeadProps, 'progress'>) {
  const t = useText('homework');
  const ready = alone ? t('status.ready.alone') : t('status.ready.text');
  return (
    <p className="homework-standing" role="status" aria-label={t('status.label')}>
      <StatusMark status={status} />
      {status === 'ready' ? <span>{ready}</span> : null}
      {status === 'revealed' ? <span>{t('status.revealed.text')}</span> : null}
    </p>
  );
}

function History({ parts: { open } }: { readonly parts: PosterParts }) {
  const t = useText('homework');
  const { homework } = open;
  const { canUndo, canRedo } = useReadable(homework.undo);
  const canWrite = useReadable(homework.view, (view) => view.canWrite);
  if (!canWrite) return null;
  return (
    <>
      <IconButton
        label={t('action.undo')}
        icon={<Undo aria-hidden />}
        disabled={!canUndo}
        onClick={() => homework.commands.undo()}
      />
      <IconButton
        label={t('action.redo')}
        icon={<Redo aria-hidden />}
        disabled={!canRedo}
        onClick={() => homework.commands.redo()}
      />
    </>
  );
}

interface MainActionProps {
  readonly parts: PosterParts;
  readonly status: HomeworkStatus;
  readonly onChoose: () => void;
}

/** To say that one is ready, or that one is not after all; to look at the board once it is on the table. */
function MainAction({ parts, status, onChoose }: MainActionProps) {
  const t = useText('homework');
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    await parts.calls
      .setHomework('inProgress')
      .then(() => notify({ text: t('ready.withdrawn'), about: 'homework' }), notifyFailedAct);
    setBusy(false);
  };
  if (status === 'revealed')
    return (
      <Button tone="primary" icon={<ArrowRight aria-hidden />} onClick={parts.onBoard}>
        {t('action.toBoard')}
      </Button>
    );
  if (status === 'ready')
    return (
      <Button disabled={busy} onClick={() => void withdraw()}>
        {t('action.notReady')}
      </Button>
    );
  return (
    <Button tone="primary" icon={<Check aria-hidden />} onClick={onChoose}>
      {t('action.ready')}
    </Button>
  );
}
