import { useEffect, useState } from 'react';
import type { LinkCalls } from '../../session/index.ts';
import { type SpokenCode, showCode } from './showing.ts';

/** A code for a link, good for as long as this is shown: renewed by itself, and ended with it. */
export function useSpokenCode(calls: LinkCalls, link: string): SpokenCode {
  const [code, setCode] = useState<SpokenCode>({ kind: 'asking' });
  useEffect(() => {
    setCode({ kind: 'asking' });
    const stop = showCode(calls, link, setCode);
    // A page that is put away shows nothing any more; without this the code would last until its lease ends.
    window.addEventListener('pagehide', stop);
    return () => {
      window.removeEventListener('pagehide', stop);
      stop();
    };
  }, [calls, link]);
  return code;
}
