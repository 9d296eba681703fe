import type { Partner } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import Plus from 'lucide-react/icons/plus';
import { type FormEvent, useState } from 'react';
import type { Conductor, SeatProblem } from '../../board/index.ts';
import { useText } from '../../i18n/index.ts';
import { announce, Button, Field } from '../../ui/index.ts';
import { Card } from '../panel/Card.tsx';

interface AddPartnerProps {
  readonly conductor: Conductor;
  readonly full: boolean;
  readonly onAdded: (partner: Partner) => void;
}

/** A partner more: a name is enough, the rest is proposed. */
export function AddPartner({ conductor, full, onAdded }: AddPartnerProps) {
  const t = useText('facilitate');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<SeatProblem>();
  if (full) {
    return (
      <Card title={t('partners.add')}>
        <p className="facilitate-note">{t('partners.add.full', { count: LIMITS.maxPartners })}</p>
      </Card>
    );
  }
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const added = conductor.addPartner(name);
    if (typeof added === 'string') {
      setProblem(added);
      return;
    }
    setProblem(undefined);
    setName('');
    announce(t('partners.added', { name: added.name }));
    onAdded(added);
  };
  return (
    <Card title={t('partners.add')}>
      <form className="facilitate-form" onSubmit={add} noValidate>
        <Field
          label={t('partners.add.name')}
          autoComplete="off"
          value={name}
          error={problem && t(`seat.${problem}`)}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" icon={<Plus aria-hidden />}>
          {t('partners.add.yes')}
        </Button>
      </form>
    </Card>
  );
}
