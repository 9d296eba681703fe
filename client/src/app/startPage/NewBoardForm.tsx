import { LIMITS } from '@samenbord/shared/protocol';
import { LANGUAGES } from '@samenbord/shared/template';
import Plus from 'lucide-react/icons/plus';
import { type FormEvent, useRef, useState } from 'react';
import { useLanguage, useText } from '../../i18n/index.ts';
import { createBoard } from '../../session/join.ts';
import { Button, Field, FieldError } from '../../ui/index.ts';
import { recent } from '../recent.ts';
import { go } from '../route.ts';
import { type Trouble, troubleOf, troubleWords } from '../trouble.ts';
import { CreationField } from './CreationField.tsx';
import { creationRefused, creationSecret, creationWorked } from './creation.ts';
import { addPartner, type BoardForm, emptyForm, marksOf, toRequest } from './form.ts';
import { PartnerRow } from './PartnerRow.tsx';
import { type FieldProblem, findProblems } from './problems.ts';
import { useProblemWords } from './useProblemWords.ts';

/** The form in which a board is made. Complains when one wants to go on, and from then on while typing. */
export function NewBoardForm() {
  const words = useText('welcome');
  const language = useLanguage();
  const wordsOf = useProblemWords();
  const element = useRef<HTMLFormElement>(null);
  const [typed, setForm] = useState<BoardForm>(() => emptyForm(language));
  // The board follows the page's language until somebody chooses one for it.
  const [follows, setFollows] = useState(true);
  const form = follows ? { ...typed, language } : typed;
  const [strict, setStrict] = useState(false);
  const { trouble, busy, make } = useMake();
  const problems = findProblems(form);
  const marks = marksOf(form);
  const shown = (problem: FieldProblem | undefined): string | undefined =>
    problem !== undefined && (strict || !problem.kind.endsWith('-missing')) ? wordsOf(problem) : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setStrict(true);
    if (problems.count === 0 && creationSecret() !== '') return void make(form);
    // After the messages are there, so that the first one is read aloud with its field.
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };

  return (
    <form className="app-card start-form" ref={element} onSubmit={submit} noValidate>
      <h2>{words('make.title')}</h2>
      <Field
        label={words('make.name')}
        hint={words('make.name.hint')}
        value={form.title}
        error={shown(problems.title)}
        autoComplete="off"
        onChange={({ target }) => setForm({ ...form, title: target.value })}
      />
      <LanguageChoice
        form={form}
        onChange={(changed) => {
          setFollows(false);
          setForm(changed);
        }}
      />
      <fieldset className="start-partners">
        <legend>{words('make.partners')}</legend>
        <p className="sb-field-hint">{words('make.partners.hint')}</p>
        <ol>
          {form.partners.map((partner, index) => (
            <PartnerRow
              key={partner.key}
              form={form}
              index={index}
              mark={marks.get(partner.key) ?? ''}
              nameError={shown(problems.partners.get(partner.key)?.name)}
              markError={shown(problems.partners.get(partner.key)?.mark)}
              onChange={setForm}
            />
          ))}
        </ol>
        {form.partners.length < LIMITS.maxPartners ? (
          <Button icon={<Plus aria-hidden />} onClick={() => setForm(addPartner(form))}>
            {words('make.addPartner')}
          </Button>
        ) : (
          <p className="sb-field-hint">{words('make.fullTable', { most: LIMITS.maxPartners })}</p>
        )}
      </fieldset>
      <CreationField strict={strict} />
      {trouble === undefined ? null : (
        <div role="alert" className="start-trouble">
          <FieldError>{troubleWords(trouble).text}</FieldError>
        </div>
      )}
      <Button type="submit" tone="primary" className="start-make" disabled={busy}>
        {busy ? words('make.busy') : words('make.go')}
      </Button>
    </form>
  );
}

function useMake() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const make = async (form: BoardForm) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const { board, links } = await createBoard(toRequest(form), creationSecret());
      creationWorked();
      recent.remember({ board, title: form.title.trim(), role: 'facilitator', openedAt: Date.now(), links });
      go({ page: 'links', board });
    } catch (error) {
      const found = troubleOf(error);
      if (found === 'wrong-secret') creationRefused();
      else setTrouble(found);
      setBusy(false);
    }
  };
  return { busy, trouble, make };
}

interface LanguageChoiceProps {
  readonly form: BoardForm;
  readonly onChange: (form: BoardForm) => void;
}

/** The language of the board itself: its fields and questions. */
function LanguageChoice({ form, onChange }: LanguageChoiceProps) {
  const words = useText('welcome');
  return (
    <fieldset className="start-languages">
      <legend>{words('make.language')}</legend>
      {LANGUAGES.map((language) => (
        <label key={language} className="start-radio">
          <input
            type="radio"
            name="language"
            checked={form.language === language}
            onChange={() => onChange({ ...form, language })}
          />
          {words(`language.${language}`)}
        </label>
      ))}
    </fieldset>
  );
}
