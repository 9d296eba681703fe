import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { go } from '../route.ts';
import { Message } from './Message.tsx';
import { Page } from './Page.tsx';
import { useTitle } from './useTitle.ts';

/** An address that is no page of this program. */
export function UnknownPage() {
  const t = useText('app');
  useTitle(t('unknown.title'));
  return (
    <Page>
      <Message
        title={t('unknown.title')}
        actions={<Button onClick={() => go({ page: 'start' })}>{t('action.toStart')}</Button>}
      >
        <p>{t('unknown.text')}</p>
      </Message>
    </Page>
  );
}
