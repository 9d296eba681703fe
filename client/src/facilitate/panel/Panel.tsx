import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { IconButton, Tabs, tabId, useReadable } from '../../ui/index.ts';
import { BoardTab } from '../boardTab/BoardTab.tsx';
import { NowTab } from '../now/NowTab.tsx';
import { PartnersTab } from '../partners/PartnersTab.tsx';
import { PlanTab } from '../plan/PlanTab.tsx';
import { useKeptClock } from '../strip/useTimeLeft.ts';
import type { PanelProps, TabProps } from './props.ts';
import { useConductor } from './useConductor.ts';
import './panel.css';
import './texts.ts';

const PARTS = ['now', 'plan', 'partners', 'board'] as const;
export type Part = (typeof PARTS)[number];

/** What the facilitator does, beside the board: it never lies over the sheet where there is room for both. */
export function Panel(props: PanelProps) {
  const t = useText('facilitate');
  const { id, board, meeting, clock, onClose } = props;
  const conductor = useConductor(meeting);
  const [part, setPart] = useState<Part>('now');
  const access = useReadable(board.view, (view) => view.access);
  useKeptClock(clock);
  const content = `${id}-part`;
  return (
    <aside className="facilitate" id={id} aria-label={t('panel.title')}>
      <div className="facilitate-head">
        <h2>{t('panel.title')}</h2>
        <IconButton label={t('panel.close')} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <Tabs
        label={t('panel.parts')}
        tabs={PARTS.map((key) => ({ key, label: t(`panel.${key}`) }))}
        chosen={part}
        onChoose={setPart}
        panel={content}
      />
      <div
        className="facilitate-body"
        id={content}
        role="tabpanel"
        aria-labelledby={tabId(content, part)}
        tabIndex={-1}
      >
        {access === 'write' ? null : <p className="facilitate-note">{t('panel.readOnly')}</p>}
        {conductor === undefined ? null : (
          <PartOf part={part} onPart={setPart} tab={{ ...props, conductor }} />
        )}
      </div>
    </aside>
  );
}

interface PartOfProps {
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly tab: TabProps;
}

function PartOf({ part, onPart, tab }: PartOfProps) {
  switch (part) {
    case 'now':
      return <NowTab {...tab} onPlan={() => onPart('plan')} />;
    case 'plan':
      return <PlanTab {...tab} />;
    case 'partners':
      return <PartnersTab {...tab} />;
    case 'board':
      return <BoardTab {...tab} />;
  }
}
