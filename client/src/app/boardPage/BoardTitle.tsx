import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Popover } from '../../ui/index.ts';

/** The board's name. Where it is cut off, a tap shows all of it: a touch screen has no tooltip. */
export function BoardTitle({ title }: { readonly title: string }) {
  const t = useText('app');
  const { ref, cut } = useCut(title);
  return (
    <h1 className="board-title" title={title} ref={ref}>
      {cut ? (
        <Popover
          title={t('board.name')}
          opener={(props) => (
            <button type="button" className="board-title-button" {...props}>
              {title}
            </button>
          )}
        >
          {() => <p className="board-title-whole">{title}</p>}
        </Popover>
      ) : (
        <span className="board-title-words">{title}</span>
      )}
    </h1>
  );
}

/** Whether the name is wider than its place; looked at again whenever that place changes. */
function useCut(title: string) {
  const ref = useRef<HTMLHeadingElement>(null);
  const [cut, setCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name has another width in the same place.
  useEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const look = () => {
      const words = box.firstElementChild;
      if (words !== null) setCut(words.scrollWidth > words.clientWidth);
    };
    // It tells at once too, but after the page was laid out anyway: to ask here lays it out once more.
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => observer.disconnect();
  }, [title]);
  return { ref, cut };
}
