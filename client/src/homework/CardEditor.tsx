import type { Partner } from '@samenbord/shared/board';
import type { HomeworkDraft } from '../board/homeworkTypes.ts';
import type { WritingDesk } from '../board/writingDesk.ts';
import { useText } from '../i18n/index.ts';
import { PartnerMark } from '../ui/index.ts';
import { WritingField } from '../ui/WritingField.tsx';

interface CardEditorProps {
  readonly desk: WritingDesk<HomeworkDraft>;
  readonly partner: Partner;
  readonly onEnd: (how: 'next' | 'done' | 'left') => void;
}

/** The inside of a card while one writes in it. */
export function CardEditor({ desk, partner, onEnd }: CardEditorProps) {
  const t = useText('homework');
  return (
    <>
      <WritingField
        desk={desk}
        label={t('card.editor')}
        placeholder={t('card.placeholder')}
        full={t('card.full')}
        onEnd={onEnd}
      />
      <div className="sb-card-foot">
        <p className="homework-keys">{t('card.keys')}</p>
        <PartnerMark mark={partner.mark} color={partner.color} size="small" />
      </div>
    </>
  );
}
