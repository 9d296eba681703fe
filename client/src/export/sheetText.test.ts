import { describe, expect, it } from 'vitest';
import type { BoardView, StickerView } from '../board/types.ts';
import { type CaptionChoice, captionOf } from './caption.ts';
import { type Contents, pictureOf } from './picture.ts';
import { type SheetText, sheetText } from './sheetText.ts';
import { asHtml, asPlainText } from './sheetTextFormats.ts';
import { demoView, stickerAt, withStickers } from './testing/demoView.ts';
import { say } from './testing/say.ts';

const choice: CaptionChoice = {
  annex: '1',
  version: 'concept 1',
  concept: true,
  language: 'nl',
  at: Date.UTC(2026, 10, 20, 16, 5),
  timeZone: 'Europe/Amsterdam',
};

function textOf(view: BoardView, contents: Contents): SheetText {
  const picture = pictureOf(view, contents);
  return sheetText(picture, captionOf(picture, choice, say), choice.language, say);
}

const canvas: Contents = { sheet: 'partnermodel-canvas', withhold: true };
const bringGain: Contents = { sheet: 'brengen-halen', withhold: true };

describe('sheetText', () => {
  it('begins with what the strip of the picture says', () => {
    const { title, lines } = textOf(demoView(), canvas);
    expect(title).toBe('Bijlage 1 bij de intentieverklaring Rietwijk Wekt Op');
    expect(lines).toEqual([
      'Partnermodel Canvas · momentopname concept 1 · 20 november 2026 om 17:05',
      'CONCEPT',
      'Partners: Lageland Netbeheer (N), Gemeente Veenwaarde (G), Woonstichting Rietland (W), Energiecoöperatie De Rietzon U.A. (R)',
    ]);
  });

  it('lists the fields of the canvas in the order in which they are filled, the ambition first', () => {
    const [group] = textOf(demoView(), canvas).groups;
    expect(group?.heading).toBeNull();
    expect(group?.fields.map(({ label }) => label).slice(0, 4)).toEqual([
      'Gedeelde ambitie',
      'Kernpartners',
      'Klanten & doelgroepen',
      'Gezamenlijke propositie',
    ]);
    expect(group?.fields).toHaveLength(13);
    expect(group?.empty).toBeNull();
  });

  it('gives each sticker with the partner it speaks for', () => {
    const [group] = textOf(demoView(), canvas).groups;
    expect(group?.fields.find(({ label }) => label === 'Opbrengsten')?.items).toEqual([
      { text: 'Bijdrage per aangesloten woning: € 9 per maand', partner: null },
      { text: 'Vergoeding voor spitsmijden: € 60.000 per jaar', partner: 'Lageland Netbeheer' },
    ]);
  });

  it('lists panels under their partner, after what all share', () => {
    const { groups } = textOf(demoView(), bringGain);
    expect(groups.map(({ heading }) => heading)).toEqual([
      null,
      'Lageland Netbeheer',
      'Gemeente Veenwaarde',
      'Woonstichting Rietland',
      'Energiecoöperatie De Rietzon U.A.',
    ]);
    expect(groups[0]?.fields.map(({ label }) => label)).toEqual([
      'Essentie',
      'Gedeelde ambitie',
      'Overeenkomsten',
      'Spannende punten',
    ]);
  });

  it('leaves core values out with the picture: nothing tells whether there were any', () => {
    const shown = textOf(demoView(), { ...bringGain, withhold: false });
    const withheld = textOf(demoView(), bringGain);
    expect(asPlainText(shown)).toContain('Geen huurder gaat erop achteruit');
    expect(asPlainText(withheld)).not.toContain('Geen huurder gaat erop achteruit');
    const view = demoView();
    const never = withStickers(
      view,
      'brengen-halen',
      view.sheets['brengen-halen'].stickers.filter(({ region }) => !region?.startsWith('coreValue')),
    );
    expect(withheld).toEqual(textOf(never, bringGain));
    expect(withheld.groups.map(({ empty }) => empty)).toEqual([null, null, null, null, null]);
    expect(asPlainText(withheld)).not.toContain('Kernwaarde\n');
    expect(withheld.lines.filter((line) => line === 'Kernwaarden zijn niet opgenomen.')).toHaveLength(1);
  });

  it('calls a core value empty only when core values are in, and speaks of them only on a sheet that has them', () => {
    const view = demoView();
    const rest = view.sheets['brengen-halen'].stickers.filter(
      ({ region }) => !region?.startsWith('coreValue'),
    );
    const open = textOf(withStickers(view, 'brengen-halen', rest), { ...bringGain, withhold: false });
    expect(open.groups[1]?.empty).toBe('Zonder stickers: Kernwaarde');
    expect(asPlainText(open)).not.toContain('niet opgenomen');
    expect(asPlainText(textOf(demoView(), canvas))).not.toContain('niet opgenomen');
  });

  it('says which stickers came late', () => {
    const view = demoView();
    const [first, ...rest] = view.sheets['brengen-halen'].stickers;
    if (first === undefined) throw new Error('the demo has no stickers');
    const late = { ...first, text: 'Nagekomen', tags: ['late'] };
    const said = asPlainText(textOf(withStickers(view, 'brengen-halen', [late, ...rest]), bringGain));
    expect(said).toContain('Nagekomen (te laat)');
    expect(said.match(/te laat/g)).toHaveLength(1);
  });

  it('says which stickers a line connects, and no line to what was withheld', () => {
    const view: BoardView = {
      ...demoView(),
      links: [
        { id: 'one', from: 'bh-28', to: 'bh-12', kind: 'match' },
        { id: 'secret', from: 'bh-24', to: 'bh-12', kind: 'tension' },
      ],
    };
    const words = textOf(view, bringGain);
    expect(words.links).toEqual({
      label: 'Verbanden',
      items: [
        'Zekerheid over aansluitingen voordat we de aannemer vastleggen — past bij — Proef met één groepscontract voor de hele wijk',
      ],
    });
    expect(asPlainText(words)).toContain('\n\nVerbanden\n• Zekerheid over aansluitingen');
    expect(asHtml(words)).toContain('<h2>Verbanden</h2>\n<ul><li>Zekerheid over aansluitingen');
    expect(textOf(view, canvas).links).toBeNull();
  });

  it('reads stickers by where they lie, row by row, not by which lies on top', () => {
    const view = demoView();
    const at = (x: number, y: number, name: string): StickerView =>
      stickerAt(view, 'partnermodel-canvas', { x, y }, { id: name, text: name });
    // The block Kosten; the second lies a little higher than the first, as hands place them.
    const lying = [at(900, 2750, 'four'), at(200, 2460, 'one'), at(500, 2440, 'two'), at(300, 2760, 'three')];
    const [group] = textOf(withStickers(view, 'partnermodel-canvas', lying), canvas).groups;
    expect(group?.fields.map(({ label }) => label)).toEqual(['Kosten']);
    expect(group?.fields[0]?.items.map((item) => item.text)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('names stickers outside the fields, without words, and a sheet without stickers', () => {
    const view = demoView();
    const loose = stickerAt(view, 'partnermodel-canvas', { x: 20, y: 20 }, { text: '  \n ' });
    const [group] = textOf(withStickers(view, 'partnermodel-canvas', [loose]), canvas).groups;
    expect(group?.fields).toEqual([
      { label: 'Buiten de velden', items: [{ text: '(sticker zonder tekst)', partner: null }] },
    ]);
    const none = textOf(withStickers(view, 'partnermodel-canvas', []), canvas);
    expect(none.lines.at(-1)).toBe('Er staan geen stickers op de afbeelding.');
    expect(none.groups[0]?.empty).toMatch(/^Zonder stickers: Gedeelde ambitie, Kernpartners, /);
  });
});

describe('the formats', () => {
  const mischief = '<img src=x onerror="alert(1)"> & \'meer\'\n- tweede regel';

  function mischievous(): SheetText {
    const view = demoView(
      demoView().partners.map((partner, i) => (i === 0 ? { ...partner, name: '<b>N</b>' } : partner)),
    );
    const [partner = null] = view.partners;
    const sticker = stickerAt(view, 'partnermodel-canvas', { x: 2100, y: 1050 }, { text: mischief, partner });
    return textOf({ ...withStickers(view, 'partnermodel-canvas', [sticker]), title: '<script>' }, canvas);
  }

  it('writes plain text with a dash for each sticker and its own lines indented', () => {
    expect(asPlainText(mischievous())).toContain(
      'Gedeelde ambitie\n• <img src=x onerror="alert(1)"> & \'meer\'\n  \u2060- tweede regel (<b>N</b>)\n',
    );
  });

  it('writes the partner before each of its fields in plain text', () => {
    expect(asPlainText(textOf(demoView(), bringGain))).toContain(
      '\n\nGemeente Veenwaarde · Brengen\n• Proceskosten: € 350.000 voor 2027 t/m 2029 (Gemeente Veenwaarde)\n',
    );
  });

  it('escapes in HTML whatever people wrote', () => {
    const html = asHtml(mischievous());
    expect(html).toContain(
      '<h2>Gedeelde ambitie</h2>\n<ul><li>&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;meer&#39;<br>\u2060- tweede regel (&lt;b&gt;N&lt;/b&gt;)</li></ul>',
    );
    const tags = new Set(html.match(/<\/?[a-z0-9]+/g));
    expect([...tags].sort()).toEqual(
      ['/h1', '/h2', '/li', '/p', '/small', '/ul', 'br', 'h1', 'h2', 'li', 'p', 'small', 'ul'].map(
        (tag) => `<${tag}`,
      ),
    );
  });

  it('has the credit of the instruments at the end', () => {
    expect(asPlainText(textOf(demoView(), canvas))).toMatch(/E\. Kaats en W\. Opheij\..*\n$/);
  });
});
