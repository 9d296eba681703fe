import { describe, expect, it } from 'vitest';
import { literalTexts } from './testing/literalTexts.ts';

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });

it('looks at every component', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(20);
});

it.each(Object.entries(sources))('%s has its texts in the catalogues', (_, source) => {
  expect(literalTexts(source)).toEqual([]);
});

describe('what counts as a text', () => {
  it.each([
    ['<p>Bewaard</p>', 'Bewaard'],
    ['<p>{"Bewaard"}</p>', 'Bewaard'],
    ['<p>{ok ? "Bewaard" : null}</p>', 'Bewaard'],
    ['<p>{ok && "Bewaard"}</p>', 'Bewaard'],
    ['<p>{name ?? "Niemand"}</p>', 'Niemand'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source to be read, not a template
    ['<p>{`Nog ${n} over`}</p>', 'Nog  over'],
    ['<button aria-label="Sluiten" />', 'Sluiten'],
    ['<input placeholder={"Je naam"} />', 'Je naam'],
    ['<img alt={x ? "Een bord" : ""} />', 'Een bord'],
    ['<Field label="Naam" />', 'Naam'],
    ['<Tabs {...{ "aria-label": "Bladen" }} />', 'Bladen'],
  ])('%s', (jsx, text) => {
    expect(literalTexts(`\nconst x = ${jsx};`)).toEqual([{ line: 2, text }]);
  });

  it.each([
    '<p>{t("save.saved")}</p>',
    '<p className="board-save" data-testid="x">{name}</p>',
    '<p>{count} / 3</p>',
    '<p>{kind === "saved" ? <b>{a}</b> : null}</p>',
    '<button aria-label={t("dialog.close")}>×</button>',
    '<a aria-haspopup="menu" type="button" />',
  ])('not %s', (jsx) => {
    expect(literalTexts(`const x = ${jsx};`)).toEqual([]);
  });
});
