import { regionById, squareAt } from '@samenbord/shared/layout';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useLanguage, useText } from '../../i18n/index.ts';
import { announce, useReadable } from '../../ui/index.ts';
import { rectToView } from '../camera/camera.ts';
import type { CanvasModel } from '../model.ts';
import { fieldLabelOf } from '../words.ts';
import './wall.css';

interface ArrivalProps {
  readonly model: CanvasModel;
  /** Id of the sticker that just came. */
  readonly sticker: string;
  readonly onClose: () => void;
}

/** ms for which it is shown whose sticker came where. */
const SHOWN = 8_000;

/** Around a sticker that was thrown on the board with a phone: a ring, and its writer's name. */
export function Arrival({ model, sticker: id, onClose }: ArrivalProps) {
  const t = useText('wall');
  const language = useLanguage();
  const ring = useRef<HTMLDivElement>(null);
  const shownSheet = useReadable(model.shownSheet);
  const sticker = useReadable(model.board.view, (view) => view.byId.get(id));
  const name = sticker?.authorName ?? '';
  const region = sticker?.region ?? null;
  const say = useEffectEvent(() => {
    const found =
      sticker && region !== null ? regionById(model.view().sheets[sticker.sheet].layout, region) : undefined;
    announce(t('phone.arrived', { name, field: found ? fieldLabelOf(found, language) : '' }));
  });
  const end = useEffectEvent(onClose);
  useEffect(() => {
    say();
    const timer = setTimeout(() => end(), SHOWN);
    return () => clearTimeout(timer);
  }, []);
  const here = sticker?.sheet === shownSheet;
  useEffect(() => {
    if (!here || !sticker) return;
    const follow = (): void => {
      const node = ring.current;
      if (!node) return;
      const box = rectToView(model.camera.get(), squareAt(model.motion.centerOf(sticker), sticker.side));
      node.style.transform = `translate(${box.x}px, ${box.y}px)`;
      node.style.width = `${box.width}px`;
      node.style.height = `${box.height}px`;
    };
    follow();
    return model.camera.onChange(follow);
  }, [model, sticker, here]);
  if (!here) return null;
  return (
    <div className="wall-arrival" ref={ring} data-testid="arrival">
      <span className="wall-arrival-ring" />
      <span className="wall-arrival-name">{name}</span>
    </div>
  );
}
