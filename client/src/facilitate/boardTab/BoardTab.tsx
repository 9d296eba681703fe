import { TEMPLATE_KEYS, TEMPLATES } from '@samenbord/shared/template';
import Settings from 'lucide-react/icons/settings-2';
import Snowflake from 'lucide-react/icons/snowflake';
import { useMemo, useState } from 'react';
import { useLanguage, useText } from '../../i18n/index.ts';
import { type ConductCalls, conductCalls } from '../../session/index.ts';
import { Button, fetched, useReadable } from '../../ui/index.ts';
import { Card } from '../panel/Card.tsx';
import type { TabProps } from '../panel/props.ts';
import { useAct } from '../panel/useAct.ts';

const SettingsDialog = fetched(() => import('./SettingsDialog.tsx').then((m) => m.SettingsDialog));

/** What is open, whether partners may write, and how long the board is kept. */
export function BoardTab({ board, meeting, session, ticket, conductor, onErased }: TabProps) {
  const t = useText('facilitate');
  const calls = useMemo(() => conductCalls(session.board, ticket), [session.board, ticket]);
  const [settings, setSettings] = useState(false);
  return (
    <>
      <Sheets meeting={meeting} conductor={conductor} />
      <Freeze meeting={meeting} calls={calls} />
      <Card title={t('settings.title')}>
        <Button icon={<Settings aria-hidden />} onClick={() => setSettings(true)}>
          {t('settings.open')}
        </Button>
      </Card>
      {settings ? (
        <SettingsDialog
          board={board}
          meeting={meeting}
          calls={calls}
          onErased={onErased}
          onClose={() => setSettings(false)}
        />
      ) : null}
    </>
  );
}

function Sheets({ meeting, conductor }: Pick<TabProps, 'meeting' | 'conductor'>) {
  const t = useText('facilitate');
  const language = useLanguage();
  const sheets = useReadable(meeting.view, (view) => view.sheets);
  return (
    <Card title={t('sheets.title')}>
      <p className="facilitate-note">{t('sheets.note')}</p>
      {TEMPLATE_KEYS.map((key) => (
        <label key={key} className="facilitate-switch">
          <input
            type="checkbox"
            checked={sheets.includes(key)}
            disabled={sheets.length === 1 && sheets.includes(key)}
            onChange={({ target }) => conductor.openSheet(key, target.checked)}
          />
          <span>{TEMPLATES[key].title[language]}</span>
        </label>
      ))}
      {sheets.length === 1 ? <p className="facilitate-note">{t('sheets.last')}</p> : null}
    </Card>
  );
}

/** The server makes it so, and says so to everybody; the switch shows what it said. */
function Freeze({ meeting, calls }: Pick<TabProps, 'meeting'> & { readonly calls: ConductCalls }) {
  const t = useText('facilitate');
  const frozen = useReadable(meeting.view, (view) => view.frozen);
  const act = useAct();
  return (
    <Card title={t('freeze.title')}>
      <p className="facilitate-note">{frozen ? t('freeze.on') : t('freeze.note')}</p>
      <Button
        className="facilitate-tall"
        icon={<Snowflake aria-hidden />}
        disabled={act.busy}
        aria-pressed={frozen}
        onClick={() => void act.run(() => calls.freeze(!frozen))}
      >
        {frozen ? t('freeze.no') : t('freeze.yes')}
      </Button>
    </Card>
  );
}
