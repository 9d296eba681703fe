import type { Partner } from '@samenbord/shared/board';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ListOrdered from 'lucide-react/icons/list-ordered';
import Shuffle from 'lucide-react/icons/shuffle';
import { useState } from 'react';
import { type TurnsNow, turnsNow } from '../../board/meeting/reading.ts';
import { useText } from '../../i18n/index.ts';
import { Button, Field, IconButton, PartnerMark, useReadable } from '../../ui/index.ts';
import { Card } from '../panel/Card.tsx';
import type { TabProps } from '../panel/props.ts';

const MINUTE = 60_000;
/** Minutes in which a partner tells its story. */
const USUAL = '7';
const LONGEST = 120;

/** Who speaks when: in the order of the table or by chance, with the same time for everybody. */
export function TurnsCard({ meeting, conductor, board }: TabProps) {
  const t = useText('facilitate');
  const turns = useReadable(meeting.view, (view) => view.turns);
  const partners = useReadable(board.view, (view) => view.partners);
  const now = turnsNow(turns, partners);
  return (
    <Card title={t('turns.title')}>
      {now === undefined ? (
        <Prepare conductor={conductor} partners={partners} />
      ) : (
        <UnderWay conductor={conductor} now={now} />
      )}
    </Card>
  );
}

function Prepare({
  conductor,
  partners,
}: Pick<TabProps, 'conductor'> & { readonly partners: readonly Partner[] }) {
  const t = useText('facilitate');
  const [typed, setTyped] = useState(USUAL);
  const minutes = Number(typed.replace(',', '.'));
  const fits = minutes > 0 && minutes <= LONGEST;
  const plan = (): void =>
    conductor.planTurns(
      partners.map(({ id }) => id),
      minutes * MINUTE,
    );
  return (
    <>
      <Field
        label={t('turns.each')}
        hint={t('turns.note')}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="facilitate-row">
        <Button
          className="facilitate-grow"
          icon={<ListOrdered aria-hidden />}
          disabled={!fits}
          onClick={plan}
        >
          {t('turns.order')}
        </Button>
        <Button
          className="facilitate-grow"
          icon={<Shuffle aria-hidden />}
          disabled={!fits}
          onClick={() => {
            plan();
            conductor.shuffleTurns();
          }}
        >
          {t('turns.shuffle')}
        </Button>
      </div>
    </>
  );
}

function UnderWay({ conductor, now }: Pick<TabProps, 'conductor'> & { readonly now: TurnsNow }) {
  const t = useText('facilitate');
  const { order, speaking, next } = now;
  const begin = speaking === undefined ? t('turns.begin', { name: next?.name ?? '' }) : undefined;
  const words = begin ?? (next === undefined ? t('turns.finish') : t('turns.next', { name: next.name }));
  return (
    <>
      <ol className="facilitate-turns" aria-label={t('turns.list')}>
        {order.map((partner, at) => (
          <li key={partner.id} aria-current={partner.id === speaking?.id ? 'step' : undefined}>
            <PartnerMark mark={partner.mark} color={partner.color} />
            <span className="facilitate-grow">
              {partner.name}
              {partner.id === speaking?.id ? <small>{t('turns.speaking')}</small> : null}
            </span>
            <IconButton
              label={t('turns.up', { name: partner.name })}
              icon={<ArrowUp aria-hidden />}
              disabled={at === 0}
              onClick={() => conductor.moveTurn(partner.id, -1)}
            />
            <IconButton
              label={t('turns.down', { name: partner.name })}
              icon={<ArrowDown aria-hidden />}
              disabled={at === order.length - 1}
              onClick={() => conductor.moveTurn(partner.id, 1)}
            />
          </li>
        ))}
      </ol>
      <div className="facilitate-row">
        <Button
          className="facilitate-tall facilitate-grow"
          tone="primary"
          onClick={() => conductor.nextTurn()}
        >
          {words}
        </Button>
        <Button
          className="facilitate-tall"
          disabled={speaking === undefined || speaking.id === order[0]?.id}
          onClick={() => conductor.previousTurn()}
        >
          {t('turns.previous')}
        </Button>
      </div>
      <div className="facilitate-row">
        <Button tone="plain" icon={<Shuffle aria-hidden />} onClick={() => conductor.shuffleTurns()}>
          {t('turns.mix')}
        </Button>
        <Button tone="plain" onClick={() => conductor.endTurns()}>
          {t('turns.stop')}
        </Button>
      </div>
    </>
  );
}
