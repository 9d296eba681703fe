import type { Partner } from '@samenbord/shared/board';
import type { MeetingView } from '../../board/index.ts';
import { turnsNow } from '../../board/meeting/reading.ts';
import { text, useText } from '../../i18n/index.ts';
import { PartnerMark } from '../../ui/index.ts';
import { useSaidOnChange } from './useSaidOnChange.ts';

interface TurnPartProps {
  readonly turns: MeetingView['turns'];
  readonly partners: readonly Partner[];
}

/** Whose turn it is, large enough for across the room, and who comes after. */
export function TurnPart({ turns, partners }: TurnPartProps) {
  const t = useText('meeting');
  const now = turnsNow(turns, partners);
  const { speaking, next } = now ?? {};
  useSaidOnChange(speaking && text('meeting', 'turn.said', { name: speaking.name }));
  if (speaking === undefined) {
    if (next === undefined) return null;
    return <p className="meeting-turn-first">{t('turn.first', { name: next.name })}</p>;
  }
  return (
    <div className="meeting-turn">
      <PartnerMark mark={speaking.mark} color={speaking.color} size="large" />
      <p>
        <small>{next === undefined ? t('turn.now') : t('turn.nowAndNext', { name: next.name })}</small>
        <strong>{speaking.name}</strong>
      </p>
    </div>
  );
}
