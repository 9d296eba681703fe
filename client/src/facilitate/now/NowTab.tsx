import type { TabProps } from '../panel/props.ts';
import { LookCard } from './LookCard.tsx';
import { StepCard } from './StepCard.tsx';
import { TimerCard } from './TimerCard.tsx';
import { TurnsCard } from './TurnsCard.tsx';

interface NowTabProps extends TabProps {
  readonly onPlan: () => void;
}

/** What one needs at hand during the conversation. */
export function NowTab(props: NowTabProps) {
  return (
    <>
      <StepCard {...props} />
      <TimerCard {...props} />
      <TurnsCard {...props} />
      <LookCard {...props} />
    </>
  );
}
