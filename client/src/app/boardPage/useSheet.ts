import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';
import { useState } from 'react';
import { recall, remember } from '../remembered.ts';

/** The sheet one looks at on a board; the same again after loading the tab anew. */
export function useSheet(board: string): [TemplateKey, (sheet: TemplateKey) => void] {
  const name = `sheet.${board}`;
  const [sheet, setSheet] = useState<TemplateKey>(
    () => TEMPLATE_KEYS.find((key) => key === recall(name, 'tab')) ?? TEMPLATE_KEYS[0],
  );
  const choose = (next: TemplateKey) => {
    setSheet(next);
    remember(name, next, 'tab');
  };
  return [sheet, choose];
}
