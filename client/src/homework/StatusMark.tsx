import type { HomeworkStatus } from '@samenbord/shared/board';
import Check from 'lucide-react/icons/check';
import Circle from 'lucide-react/icons/circle';
import CircleDot from 'lucide-react/icons/circle-dot';
import Users from 'lucide-react/icons/users';
import type { ReactNode } from 'react';
import { useText } from '../i18n/index.ts';

const SIGNS: Readonly<Record<HomeworkStatus, ReactNode>> = {
  notStarted: <Circle aria-hidden />,
  inProgress: <CircleDot aria-hidden />,
  ready: <Check aria-hidden />,
  revealed: <Users aria-hidden />,
};

/** How far homework is, in a word with a sign. */
export function StatusMark({ status }: { readonly status: HomeworkStatus }) {
  const t = useText('homework');
  return (
    <span className="homework-status" data-status={status}>
      {SIGNS[status]}
      {t(`status.${status}`)}
    </span>
  );
}
