import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { go } from '../route.ts';
import { Message } from './Message.tsx';
import { Page } from './Page.tsx';
import { useTitle } from './useTitle.ts';
import '../troubleTexts.ts';

/** An address that is no page of this program. */
export function UnknownPage() {
  const t = useText('app');
  const words = useText('trouble');
  useTitle(words('unknown.title'));
  return (
    <Page>
      <Message
        title={words('unknown.title')}
        actions={<Button onClick={() => go({ page: 'start' })}>{t('action.toStart')}</Button>}
      >
        <p>{words('unknown.text')}</p>
      </Message>
    </Page>
  );
}
