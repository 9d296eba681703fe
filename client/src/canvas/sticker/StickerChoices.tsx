import { SIZES } from '@samenbord/shared/board';
import UserRoundX from 'lucide-react/icons/user-round-x';
import type { BoardHandle, StickerView } from '../../board/types.ts';
import { useText } from '../../i18n/index.ts';
import { IconButton, PartnerMark, useReadable } from '../../ui/index.ts';

interface ChoiceProps {
  readonly board: BoardHandle;
  readonly ids: readonly string[];
  readonly stickers: readonly StickerView[];
}

export function Sizes({ board, ids, stickers }: ChoiceProps) {
  const t = useText('near');
  return (
    <fieldset className="canvas-choices" aria-label={t('toolbar.size')}>
      {SIZES.map((size) => (
        <IconButton
          key={size}
          className="canvas-size"
          label={t(`toolbar.size.${size}`)}
          icon={<span aria-hidden="true">{size}</span>}
          aria-pressed={stickers.every((sticker) => sticker.size === size)}
          onClick={() => board.commands.setSize(ids, size)}
        />
      ))}
    </fieldset>
  );
}

/** On whose behalf: every partner one tap away. */
export function Namens({ board, ids, stickers }: ChoiceProps) {
  const t = useText('canvas');
  const partners = useReadable(board.view, (view) => view.partners);
  const isChosen = (id: string | null) => stickers.every((sticker) => (sticker.partner?.id ?? null) === id);
  return (
    <fieldset className="canvas-namens" aria-label={t('namens.label')}>
      <span className="canvas-namens-label" aria-hidden="true">
        {t('namens.label')}
      </span>
      {partners.map(({ id, name, mark, color }) => (
        <IconButton
          key={id}
          label={name}
          icon={<PartnerMark mark={mark} color={color} />}
          aria-pressed={isChosen(id)}
          onClick={() => board.commands.setPartner(ids, id)}
        />
      ))}
      <IconButton
        label={t('namens.nobody')}
        icon={<UserRoundX aria-hidden />}
        aria-pressed={isChosen(null)}
        onClick={() => board.commands.setPartner(ids, null)}
      />
    </fieldset>
  );
}
