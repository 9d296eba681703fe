import { readSpokenCode } from '@samenbord/shared/protocol';
import { type FormEvent, useId, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { readCode } from '../../session/join.ts';
import { Button, Field } from '../../ui/index.ts';
import { go } from '../route.ts';
import { troubleOf, troubleWords } from '../trouble.ts';

/** Eight letters that somebody read aloud or shows on a screen, instead of a link. */
export function CodeCard() {
  const words = useText('welcome');
  const title = useId();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const code = readSpokenCode(typed);
    if (code === undefined) return setError(words('code.unfit'));
    setBusy(true);
    setError(undefined);
    try {
      const { board } = await readCode(code);
      go({ page: 'board', board }, code);
    } catch (failure) {
      setError(troubleWords(troubleOf(failure)).text);
      setBusy(false);
    }
  };

  return (
    <section className="app-card start-code" aria-labelledby={title}>
      <h2 id={title}>{words('code.title')}</h2>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label={words('code.label')}
          hint={words('code.hint')}
          className="start-code-field"
          value={typed}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          onChange={({ target }) => {
            setTyped(target.value);
            setError(undefined);
          }}
        />
        <Button type="submit" disabled={busy}>
          {busy ? words('code.busy') : words('code.go')}
        </Button>
      </form>
    </section>
  );
}
