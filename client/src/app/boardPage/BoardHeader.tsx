import { TEMPLATE_KEYS } from '@samenbord/shared/template';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/index.ts';
import { fetched, type Tab, Tabs, useReadable } from '../../ui/index.ts';
import { Sign } from '../frame/Wordmark.tsx';
import { recent } from '../recent.ts';
import { BoardTitle } from './BoardTitle.tsx';
import { HeaderActions } from './HeaderActions.tsx';
import { FacilitateButton } from './meeting/FacilitateButton.tsx';
import type { Look } from './meeting/useLooking.ts';
import { useSheetTabs } from './meeting/useSheetTabs.tsx';
import { People } from './People.tsx';
import { SaveLine } from './SaveLine.tsx';
import type { OpenBoard } from './useOpenBoard.ts';
import { HOMEWORK_TAB, type Shown } from './useShown.ts';

const LinksDialog = fetched(() => import('../boardLinks/LinksDialog.tsx').then((m) => m.LinksDialog));
const ExportDialog = fetched(() => import('../../export/index.ts').then((m) => m.default));

/** The id of the panel that shows a sheet. */
export const SHEET_PANEL = 'sheet';

interface BoardHeaderProps {
  readonly open: OpenBoard;
  readonly look: Look;
  /** What is looked at: a sheet, or the homework. */
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  /** Whether the facilitator's panel is shown. */
  readonly facilitating: boolean;
  readonly onFacilitate: () => void;
  /** Id of the link one came in by. */
  readonly link: string;
  /** The links were looked at, and perhaps set otherwise. */
  readonly onLinksClosed: () => void;
}

/** What the board is called, its sheets and homework, who is here, whether all is saved, and what one can do with it. */
export function BoardHeader(props: BoardHeaderProps) {
  const { open, look, shown, onShow, facilitating, onFacilitate, link, onLinksClosed } = props;
  const { session, board } = open;
  const t = useText('app');
  const language = useLanguage();
  const known = useReadable(recent, (boards) => boards.find((one) => one.board === session.board));
  // Until the board is there, what this browser remembers of it.
  const title = useReadable(board.view, (view) => view.title) || (known?.title ?? '');
  const partners = useReadable(board.view, (view) => view.partners);
  const facilitates = session.me.role === 'facilitator';
  const [dialog, setDialog] = useState<'links' | 'export'>();
  const close = () => setDialog(undefined);
  const sheet = look.sheet ?? TEMPLATE_KEYS[0];
  const { tabs: sheets, onClosed } = useSheetTabs(open, look);
  const tabs: readonly Tab<Shown>[] = [...sheets, { key: HOMEWORK_TAB, label: t('homework.tab') }];
  return (
    <div className="board-header">
      {/* A real page load: leaving asks first while changes wait. */}
      <a className="board-home" href="/" aria-label={t('home.label')} title={t('home.label')}>
        <Sign />
      </a>
      <BoardTitle title={title} />
      <Tabs
        label={t('sheets.label')}
        tabs={tabs}
        chosen={shown}
        onChoose={onShow}
        onClosed={onClosed}
        panel={SHEET_PANEL}
      />
      <SaveLine session={session} />
      {facilitates ? <FacilitateButton open={facilitating} onPress={onFacilitate} /> : null}
      <People session={session} partners={partners} />
      <HeaderActions
        onPicture={() => setDialog('export')}
        onLinks={facilitates ? () => setDialog('links') : undefined}
      />
      {dialog === 'export' ? (
        <ExportDialog board={board} session={session} sheet={sheet} language={language} onClose={close} />
      ) : null}
      {dialog === 'links' ? (
        <LinksDialog
          session={session}
          mine={link}
          partners={partners}
          onClose={() => {
            close();
            onLinksClosed();
          }}
        />
      ) : null}
    </div>
  );
}
