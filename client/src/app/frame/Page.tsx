import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { go } from '../route.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Wordmark } from './Wordmark.tsx';
import './page.css';

interface PageProps {
  readonly children: ReactNode;
  /** `narrow` for what is read or filled in; `wide` for columns. */
  readonly width?: 'narrow' | 'wide';
}

/** Every page but the board: name and language at the top, the content under it. */
export function Page({ children, width = 'narrow' }: PageProps) {
  const t = useText('app');
  return (
    <div className={`app-page app-page-${width}`}>
      <header className="app-top">
        <a
          href="/"
          className="app-home"
          aria-label={t('home.label')}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            go({ page: 'start' });
          }}
        >
          <Wordmark />
        </a>
        <LanguageSwitch />
      </header>
      <main className="app-main">{children}</main>
    </div>
  );
}
