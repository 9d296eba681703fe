import { useEffect, useState } from 'react';
import type { Conductor, MeetingHandle } from '../../board/index.ts';

/** The facilitator's commands; `undefined` while their code is on its way. A failure goes to the panel's boundary. */
export function useConductor(meeting: MeetingHandle): Conductor | undefined {
  const [conductor, setConductor] = useState<Conductor>();
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  useEffect(() => {
    let current = true;
    meeting.conductor().then(
      (found) => current && setConductor(found),
      (error: unknown) => current && setFailure({ error }),
    );
    return () => {
      current = false;
    };
  }, [meeting]);
  if (failure !== undefined) throw failure.error;
  return conductor;
}
