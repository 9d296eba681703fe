import { DUTIES, type Duty } from '@samenbord/shared/protocol';
import { useText } from '../../i18n/index.ts';

interface DutyChoiceProps {
  readonly duty: Duty | undefined;
  readonly onChoose: (duty: Duty | undefined) => void;
}

/** What one does for one's partner. Nobody has to say. */
export function DutyChoice({ duty, onChoose }: DutyChoiceProps) {
  const t = useText('app');
  const words = useText('welcome');
  return (
    <fieldset className="join-duties">
      <legend>{words('join.duty')}</legend>
      {[undefined, ...DUTIES].map((one) => (
        <label key={one ?? 'none'} className="join-duty">
          <input type="radio" name="duty" checked={duty === one} onChange={() => onChoose(one)} />
          {one === undefined ? words('join.duty.none') : t(`duty.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
