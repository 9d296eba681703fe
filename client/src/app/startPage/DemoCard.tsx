import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button, FieldError } from '../../ui/index.ts';
import { recall } from '../remembered.ts';
import { go } from '../route.ts';
import { type Trouble, troubleOf, troubleWords } from '../trouble.ts';
import { creationRefused } from './creation.ts';
import { openDemo } from './openDemo.ts';

/** The worked example, one press away. */
export function DemoCard() {
  const words = useText('welcome');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const open = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const { board, secret } = await openDemo(recall('name', 'always') ?? words('demo.you'));
      go({ page: 'board', board }, secret);
    } catch (error) {
      const found = troubleOf(error);
      if (found === 'wrong-secret') creationRefused();
      setTrouble(found);
      setBusy(false);
    }
  };
  return (
    <section className="app-card start-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{words('demo.title')}</h2>
      <p>{words('demo.text')}</p>
      <Button disabled={busy} onClick={() => void open()}>
        {busy ? words('demo.busy') : words('demo.open')}
      </Button>
      {trouble === undefined ? null : (
        <div role="alert" className="start-trouble">
          <FieldError>{troubleWords(trouble).text}</FieldError>
        </div>
      )}
    </section>
  );
}
