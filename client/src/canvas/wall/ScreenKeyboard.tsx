import ArrowBigUp from 'lucide-react/icons/arrow-big-up';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import CornerDownLeft from 'lucide-react/icons/corner-down-left';
import Delete from 'lucide-react/icons/delete';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { type Deed, isDeed, LAYERS, type Layer, layerAfter } from './keys.ts';

/** ms a key that repeats is held before it does, and between two of its repeats. */
const HELD = 450;
const AGAIN = 70;

const FACES: Readonly<Record<Deed, ReactNode>> = {
  Backspace: <Delete aria-hidden />,
  Enter: <CornerDownLeft aria-hidden />,
  ArrowLeft: <ArrowLeft aria-hidden />,
  ArrowRight: <ArrowRight aria-hidden />,
  Shift: <ArrowBigUp aria-hidden />,
  Signs: '123 é',
  Letters: 'abc',
};

/** Keys to press with as many fingers as there are: each acts when its finger comes down, and takes no focus. */
export function ScreenKeyboard({ onPress }: { readonly onPress: (key: string) => void }) {
  const t = useText('wall');
  const [layer, setLayer] = useState<Layer>('capitals');
  const press = (key: string): void => {
    setLayer((now) => layerAfter(now, key));
    onPress(key);
  };
  const repeats = useRepeats(onPress);
  return (
    <fieldset className="wall-keys" aria-label={t('keys.label')}>
      {LAYERS[layer].map((row) => (
        <div key={row.map(({ key }) => key).join('')} className="wall-keys-row">
          {row.map(({ key, wide = 1 }) => (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              className="wall-key"
              data-deed={isDeed(key)}
              style={{ flexGrow: wide }}
              aria-label={isDeed(key) ? t(`key.${key}`) : key === ' ' ? t('key.space') : undefined}
              aria-pressed={key === 'Shift' ? layer === 'capitals' : undefined}
              onPointerDown={(event) => {
                event.preventDefault();
                press(key);
                if (key === 'Backspace' || key.startsWith('Arrow')) repeats.begin(key);
              }}
              onPointerUp={repeats.end}
              onPointerCancel={repeats.end}
              onPointerLeave={repeats.end}
              // Of who presses it without a pointer.
              onClick={({ detail }) => detail === 0 && press(key)}
            >
              {isDeed(key) ? FACES[key] : key}
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

/** A key that is held acts again and again. */
function useRepeats(onPress: (key: string) => void): { begin: (key: string) => void; end: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const act = useRef(onPress);
  useEffect(() => {
    act.current = onPress;
  });
  const end = (): void => clearTimeout(timer.current);
  useEffect(() => {
    // A finger that the window loses does not come up here.
    const stop = (): void => clearTimeout(timer.current);
    window.addEventListener('blur', stop);
    return () => {
      stop();
      window.removeEventListener('blur', stop);
    };
  }, []);
  const again = (key: string): void => {
    act.current(key);
    timer.current = setTimeout(() => again(key), AGAIN);
  };
  return {
    end,
    begin(key) {
      end();
      timer.current = setTimeout(() => again(key), HELD);
    },
  };
}
