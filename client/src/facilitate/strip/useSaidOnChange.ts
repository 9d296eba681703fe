import { useEffect, useRef } from 'react';
import { announce } from '../../ui/index.ts';

/** Says something aloud when it becomes something else; not what it was when one came, and not that it ended. */
export function useSaidOnChange(words: string | undefined): void {
  const before = useRef(words);
  useEffect(() => {
    if (words !== undefined && words !== before.current) announce(words);
    before.current = words;
  }, [words]);
}
