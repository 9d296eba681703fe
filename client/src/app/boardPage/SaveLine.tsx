import Check from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import type { SessionHandle } from '../../session/types.ts';
import { useReadable } from '../../ui/index.ts';
import { type StatusTone, saveWords } from './saveWords.ts';

const ICONS: Readonly<Record<StatusTone, ReactNode>> = {
  good: <Check aria-hidden />,
  busy: <LoaderCircle aria-hidden />,
  caution: <CloudOff aria-hidden />,
  trouble: <TriangleAlert aria-hidden />,
};

/** Whether what one did is safe, in words. */
export function SaveLine({ session }: { readonly session: SessionHandle }) {
  const t = useText('app');
  const words = saveWords(useReadable(session.status));
  return (
    <p className="board-save" role="status" data-tone={words.tone} data-testid="save-status">
      {ICONS[words.tone]}
      <span>{'count' in words ? t(words.key, { count: words.count }) : t(words.key)}</span>
    </p>
  );
}
