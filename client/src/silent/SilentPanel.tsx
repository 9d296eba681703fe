import { regionById } from '@samenbord/shared/layout';
import { questionsOf } from '@samenbord/shared/template';
import Check from 'lucide-react/icons/check';
import EyeOff from 'lucide-react/icons/eye-off';
import Board from 'lucide-react/icons/map';
import { useId, useState } from 'react';
import { useLanguage, useText } from '../i18n/index.ts';
import { notifyFailedAct } from '../session/index.ts';
import { Button, useReadable } from '../ui/index.ts';
import { Lead } from './Lead.tsx';
import { Notes } from './Notes.tsx';
import type { RoundParts } from './parts.ts';
import type { OpenSilent } from './useSilent.ts';

interface SilentPanelProps {
  readonly parts: RoundParts;
  readonly open: OpenSilent;
  readonly onHide: () => void;
}

/** One's own sheet over the board: the question, what one wrote, and that one is ready. Nothing else. */
export function SilentPanel({ parts, open, onHide }: SilentPanelProps) {
  const t = useText('silent');
  const title = useId();
  const loaded = useReadable(open.silent.view, (view) => view.loaded);
  const kind = useReadable(open.source.status, (status) => status.kind);
  return (
    <section className="silent-panel" aria-labelledby={title}>
      <div className="silent-sheet">
        <header>
          <p className="silent-kicker">{t('panel.kicker')}</p>
          <h2 id={title}>{parts.field}</h2>
          <Questions parts={parts} />
          <p className="silent-private">
            <EyeOff aria-hidden />
            <span>{t('panel.private')}</span>
          </p>
        </header>
        {loaded ? (
          <Notes parts={parts} open={open} />
        ) : (
          <p role="status">{kind === 'offline' ? t('panel.unreachable') : t('panel.loading')}</p>
        )}
        <footer>
          <Readiness parts={parts} open={open} />
          <Button tone="plain" icon={<Board aria-hidden />} onClick={onHide}>
            {t('panel.hide')}
          </Button>
          <Lead parts={parts} />
        </footer>
      </div>
    </section>
  );
}

/** What the field asks, the most important first. */
function Questions({ parts: { board, round } }: { readonly parts: RoundParts }) {
  const language = useLanguage();
  const layout = useReadable(board.view, (view) => view.sheets[round.sheet].layout);
  const region = regionById(layout, round.region);
  if (!region) return null;
  return questionsOf(round.sheet, region.field.key).ask.map((question) => (
    <p key={question.nl} className="silent-question">
      {question[language]}
    </p>
  ));
}

/** Saying that one is ready, or is not after all; and how many are. */
function Readiness({ parts, open }: { readonly parts: RoundParts; readonly open: OpenSilent }) {
  const t = useText('silent');
  const { ready, canWrite } = useReadable(open.silent.view);
  const [busy, setBusy] = useState(false);
  const say = async (next: boolean) => {
    setBusy(true);
    try {
      if (next) open.desk.finish();
      await parts.calls.setRoundReady(parts.round.id, next);
      open.silent.commands.setReady(next);
    } catch (error) {
      notifyFailedAct(error);
    }
    setBusy(false);
  };
  return (
    <div className="silent-ready">
      {ready ? (
        <Button disabled={busy} onClick={() => void say(false)}>
          {t('ready.back')}
        </Button>
      ) : (
        <Button
          tone="primary"
          icon={<Check aria-hidden />}
          disabled={busy || !canWrite}
          onClick={() => void say(true)}
        >
          {t('ready.go')}
        </Button>
      )}
      <p role="status">{t('ready', { count: parts.ready })}</p>
    </div>
  );
}
