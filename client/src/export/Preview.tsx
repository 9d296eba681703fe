import { type Language, TEMPLATES, type TemplateKey } from '@samenbord/shared/template';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { fitSheet, type Paper, pageOf, type Resolution } from './page.ts';
import { type Painting, paintBand } from './painting.ts';

export interface PreviewProps {
  /** What to show; nothing while its letters are fetched. */
  readonly painting: Painting | undefined;
  readonly sheet: TemplateKey;
  readonly paper: Paper;
  readonly resolution: Resolution;
  readonly language: Language;
}

/** Pixels across at most: beyond, a preview costs time and shows nothing new. */
const WIDEST = 2000;

/** The picture as it will be, drawn small by the same code. */
export function Preview({ painting, sheet, paper, resolution, language }: PreviewProps) {
  const t = useText('export');
  const description = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);

  useEffect(() => {
    const element = canvas.current;
    if (!element || !painting || width === 0) return;
    const frame = requestAnimationFrame(() => {
      const page = pageOf(paper, resolution);
      element.width = width;
      element.height = Math.round((width * page.height) / page.width);
      const context = element.getContext('2d');
      if (!context) return;
      const detail = fitSheet(page).scale;
      paintBand(context, painting, fitSheet(element), { top: 0, height: element.height }, detail);
    });
    return () => cancelAnimationFrame(frame);
  }, [painting, width, paper, resolution]);

  return (
    <figure className="sb-export-preview">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('preview.label', { sheet: TEMPLATES[sheet].title[language] })}
        aria-describedby={description}
      />
      <figcaption id={description} className="sb-hidden">
        {t('preview.described')}
      </figcaption>
    </figure>
  );
}

/** Width of an element in device pixels, as it changes. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setWidth(Math.min(WIDEST, Math.round(element.clientWidth * devicePixelRatio)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
