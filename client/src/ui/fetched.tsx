import { Component, type ComponentType, type ReactNode } from 'react';
import { text } from '../i18n/index.ts';
import { type Fetching, fetching, useFetched } from './fetching.ts';
import { notify } from './notices.ts';

/** What every part has that comes and goes: how it goes. */
interface Closable {
  readonly onClose: () => void;
}

const parts: Fetching<unknown>[] = [];

/**
 * A dialog or popup whose code is fetched when it first opens. When that fails, or when it breaks, a notice
 * says so, the part closes and the page goes on: a board with unsaved work must not go down with a dialog. The
 * next opening fetches anew.
 */
export function fetched<P extends Closable>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const part = fetching(load);
  parts.push(part);
  return function Fetched(props: P): ReactNode {
    const fail = (): void => {
      notify({ text: text('ui', 'part.failed'), tone: 'trouble' });
      props.onClose();
    };
    const Part = useFetched(part, fail);
    if (Part === undefined) return null;
    return (
      <Boundary onFail={fail}>
        <Part {...props} />
      </Boundary>
    );
  };
}

/** Fetches all such parts that the page knows of now, so that they also open while offline. Never rejects. */
export async function fetchAhead(): Promise<void> {
  // One after the other: whatever the person does meanwhile goes first.
  for (const part of parts) await part.get().catch(() => undefined);
}

interface BoundaryProps {
  readonly onFail: () => void;
  readonly children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFail();
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
