import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import './page.css';

interface MessageProps {
  readonly title: string;
  /** What to do about it. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** One thing to say and what to do about it, in place of a page. Takes the focus, so that it is read aloud. */
export function Message({ title, children, actions }: MessageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="app-card app-message">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
      {actions === undefined ? null : <div className="app-actions">{actions}</div>}
    </section>
  );
}
