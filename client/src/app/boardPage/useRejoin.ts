import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import type { BoardSession } from '../../session/index.ts';
import { join, readSession } from '../../session/join.ts';
import { notify } from '../../ui/index.ts';
import { fetchTroubleWords } from '../troubleLater.ts';
import { comeBack } from './rejoining.ts';

/**
 * Comes back to a board after the session ran out, without loading the page anew, so that what waits goes
 * along: with the link, while this page still knows it; else with a link opened in another tab of this browser.
 */
export function useRejoin(session: BoardSession, secret: string | undefined) {
  const t = useText('app');
  const [busy, setBusy] = useState(false);
  const rejoin = async () => {
    setBusy(true);
    const found = await comeBack({ readSession, join }, session.board, session.me, secret);
    setBusy(false);
    if (found === 'back') return session.resume();
    const said = found === 'other' ? t('rejoin.other') : (await fetchTroubleWords(found)).text;
    notify({ text: said, tone: 'trouble' });
  };
  return { busy, rejoin };
}
