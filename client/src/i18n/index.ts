export type { Texts, Translate, Translation } from './catalogue.ts';
export type { Catalogue, Room } from './rooms.ts';
export {
  addTexts,
  language,
  proposeLanguage,
  setLanguage,
  startLanguage,
  text,
  useLanguage,
  useLocale,
  useText,
} from './texts.ts';
