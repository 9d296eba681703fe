import { LIMITS } from '@samenbord/shared/protocol';
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useText } from '../i18n/index.ts';
import { isTooMuch, takeBack, useFollowedText, useWritingTrouble, type WrittenText } from './writing.ts';
import './writing-field.css';

export interface WritingFieldProps {
  readonly desk: WrittenText;
  readonly label: string;
  readonly placeholder: string;
  /** What to say when there is no room for a further sticker. */
  readonly full: string;
  /** `next`: Enter, for the next thought. `done`: Escape, or Enter with Ctrl. `left`: the focus went elsewhere. */
  readonly onEnd: (how: 'next' | 'done' | 'left') => void;
}

/** A field for the text of one sticker, as high as what is in it. Takes the focus when it appears. */
export function WritingField({ desk, label, placeholder, full, onEnd }: WritingFieldProps) {
  const t = useText('ui');
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => desk.text());
  const trouble = useWritingTrouble(full);
  useFollowedText(desk, field, setValue);
  useHeight(field, value);
  const onInput = ({ currentTarget: area }: FormEvent<HTMLTextAreaElement>): void => {
    const result = desk.edit(area.value, area.selectionStart);
    if (result === 'ok') {
      trouble.clear();
      setValue(area.value);
      return;
    }
    takeBack(area, desk.text());
    trouble.show(result);
  };
  return (
    <div className="sb-writing">
      <textarea
        ref={field}
        rows={2}
        aria-label={label}
        placeholder={placeholder}
        enterKeyHint="next"
        dir="auto"
        spellCheck
        onPaste={(event) => refuseTooMuch(event, () => trouble.show('too-long'))}
        onInput={onInput}
        onKeyDown={(event) => {
          const how = endOf(event);
          if (how === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          onEnd(how);
        }}
        onBlur={() => {
          // Another window came before this one: the field is still the one that is written in.
          if (document.hasFocus()) onEnd('left');
        }}
      />
      <p className="sb-writing-long" role="status">
        {value.length > LIMITS.stickerTextSoft ? t('writing.long', { count: value.length }) : ''}
      </p>
    </div>
  );
}

function refuseTooMuch(event: ClipboardEvent<HTMLTextAreaElement>, refuse: () => void): void {
  if (!isTooMuch(event.currentTarget, event.clipboardData.getData('text/plain'))) return;
  event.preventDefault();
  refuse();
}

/** Which keys end writing; an Enter or Escape while letters are composed belongs to the input method. */
function endOf({ key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): 'next' | 'done' | undefined {
  if (nativeEvent.isComposing) return undefined;
  if (key === 'Escape' || (key === 'Enter' && (ctrlKey || metaKey))) return 'done';
  return key === 'Enter' && !shiftKey ? 'next' : undefined;
}

function useHeight(field: React.RefObject<HTMLTextAreaElement | null>, value: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height.
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [field, value]);
}
