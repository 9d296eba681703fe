import { type Language, TEMPLATES } from '@samenbord/shared/template';
import type { PictureOptions } from './renderSheetPng.ts';
import type { Say } from './words.ts';

/** Characters of one part of a file's name; with all parts it stays far below what file systems take. */
const PART = 40;

/** What of a picture its file name says. */
export type NamedPicture = Pick<PictureOptions, 'sheet' | 'annex' | 'version' | 'paper' | 'resolution'>;

/**
 * The name for a picture's file: collaboration, annex, instrument, snapshot, size. Letters and digits of any
 * script, small, with hyphens; nothing that a file system gives a meaning. What is empty is left out.
 */
export function fileNameOf(
  title: string,
  { sheet, annex, version, paper, resolution }: NamedPicture,
  language: Language,
  say: Say,
): string {
  const numbered = annex.trim() === '' ? '' : say('file.annex', { annex });
  const parts = [title, numbered, TEMPLATES[sheet].title[language], version, paper, `${resolution}dpi`];
  const named = parts.map(asPart).filter((part) => part !== '');
  return `${named.join('-')}.png`;
}

function asPart(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return trimHyphens([...trimHyphens(plain)].slice(0, PART).join(''));
}

function trimHyphens(text: string): string {
  return text.replaceAll(/^-+|-+$/g, '');
}
