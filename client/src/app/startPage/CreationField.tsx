import { useEffect } from 'react';
import { useText } from '../../i18n/index.ts';
import { Field, useReadable } from '../../ui/index.ts';
import { troubleWords } from '../trouble.ts';
import { askCreation, creation, setCreation } from './creation.ts';

/** Where the server lets only some make boards: the secret they were given. */
export function CreationField({ strict }: { readonly strict: boolean }) {
  const words = useText('welcome');
  const { asked, secret, kept, wrong } = useReadable(creation);
  useEffect(() => void askCreation(), []);
  if (!asked) return null;
  const missing = strict && secret.trim() === '';
  return (
    <div className="start-creation">
      <Field
        label={words('creation.label')}
        hint={words('creation.hint')}
        type="password"
        autoComplete="off"
        value={secret}
        error={wrong ? troubleWords('wrong-secret').text : missing ? words('creation.missing') : undefined}
        onChange={({ target }) => setCreation({ secret: target.value })}
      />
      <label className="start-radio">
        <input
          type="checkbox"
          checked={kept}
          onChange={({ target }) => setCreation({ kept: target.checked })}
        />
        {words('creation.keep')}
      </label>
    </div>
  );
}
