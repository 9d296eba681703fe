import { Component, type ReactNode } from 'react';
import { text } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { Message } from './Message.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Inside a page that goes on: offers to draw the part again, without leaving the page. */
  readonly part?: boolean;
}

/**
 * Shown when the page itself fails: a fault of ours, or a part that could not be fetched. What was on the
 * board is with the server; loading anew brings it back.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const reload = (
      <Button tone="primary" onClick={() => window.location.reload()}>
        {text('app', 'action.reload')}
      </Button>
    );
    if (this.props.part === true)
      return (
        <div className="app-failed">
          <Message
            title={text('app', 'failed.title')}
            actions={
              <>
                <Button onClick={() => this.setState({ failed: false })}>
                  {text('app', 'action.retry')}
                </Button>
                {reload}
              </>
            }
          >
            <p>{text('app', 'failed.part')}</p>
          </Message>
        </div>
      );
    return (
      <main className="app-page app-page-narrow">
        <Message title={text('app', 'failed.title')} actions={reload}>
          <p>{text('app', 'failed.text')}</p>
        </Message>
      </main>
    );
  }
}
