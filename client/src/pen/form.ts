import type { NewStickerRequest, PenBoardResponse, PenSheet } from '@samenbord/shared/protocol';
import { nanoid } from 'nanoid';
import { element } from './element.ts';
import type { Memory } from './memory.ts';
import type { Fate, Outbox, Thrown } from './outbox.ts';
import type { Language, Say } from './words.ts';

interface FormOptions {
  readonly board: PenBoardResponse;
  readonly memory: Memory;
  readonly outbox: Outbox;
  readonly say: Say;
  readonly language: Language;
}

/** Most letters of a sticker and of a name; the server keeps the same. */
const MOST = { text: 2_000, name: 60 } as const;

/** Shows the one form of this page. */
export function showForm(home: HTMLElement, options: FormOptions): { readonly refresh: () => void } {
  const { board, memory, outbox, say } = options;
  const name = element('input', { id: 'name', maxlength: MOST.name, autocomplete: 'name', required: true });
  name.value = memory.get('pen.name') ?? '';
  const text = element('textarea', { id: 'text', maxlength: MOST.text, rows: 4, required: true });
  text.placeholder = say('text.placeholder');
  const place = placeChoice(options);
  const namens = namensChoice(options, (color) => text.style.setProperty('--partner', color));
  const problem = element('p', { class: 'pen-problem', role: 'alert' });
  const list = element('ul', { class: 'pen-thrown', 'aria-live': 'polite' });

  const submit = (event: Event): void => {
    event.preventDefault();
    const writer = name.value.trim();
    const words = text.value.trim();
    problem.textContent = writer === '' ? say('name.missing') : words === '' ? say('text.missing') : '';
    if (writer === '' || words === '') {
      (writer === '' ? name : text).focus();
      return;
    }
    memory.set('pen.name', writer);
    outbox.throw({
      id: nanoid(),
      ...place.chosen(),
      partner: namens.chosen(),
      text: words,
      writer: { name: writer, browser: browserOf(memory) },
    });
    flyAway(text);
    text.value = '';
    text.focus();
  };

  home.replaceChildren(
    element('h1', {}, board.title),
    element(
      'form',
      { class: 'pen-form', novalidate: true, submit },
      element('label', { class: 'pen-field', for: 'name' }, say('name.label'), name),
      element('label', { class: 'pen-field', for: 'text' }, say('text.label'), text),
      namens.node,
      place.node,
      problem,
      element('button', { class: 'pen-throw', type: 'submit' }, say('throw')),
    ),
    element('h2', {}, say('thrown.title')),
    list,
  );
  const refresh = (): void => {
    list.replaceChildren(
      ...outbox
        .items()
        .toReversed()
        .map((item) =>
          line(item, say, () => {
            outbox.takeBack(item.sticker.id);
            text.value = item.sticker.text;
            text.focus();
          }),
        ),
    );
  };
  refresh();
  return { refresh };
}

const ENDED: ReadonlySet<Fate> = new Set(['refused', 'ended']);

function line({ sticker, fate }: Thrown, say: Say, takeBack: () => void): HTMLElement {
  const said = element('span', { class: 'pen-fate', 'data-fate': fate }, say(`fate.${fate}`));
  const back = element('button', { type: 'button', class: 'pen-back', click: takeBack }, say('thrown.back'));
  return element('li', {}, element('q', {}, sticker.text), said, ...(ENDED.has(fate) ? [back] : []));
}

/** Which field it lands in: those of a sheet, in groups by whose they are. */
function placeChoice({ board, memory, say, language }: FormOptions) {
  const select = element('select', { id: 'field' });
  for (const sheet of board.sheets) for (const group of groupsOf(sheet)) select.append(group);
  const known = memory.get('pen.field');
  if (known !== undefined) select.value = known;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  select.addEventListener('change', () => memory.set('pen.field', select.value));

  function groupsOf({ sheet, title, fields }: PenSheet): HTMLElement[] {
    const owners = [null, ...board.partners.map(({ id }) => id)];
    return owners.flatMap((owner) => {
      const own = fields.filter(({ partner }) => partner === owner);
      if (own.length === 0) return [];
      const whose = board.partners.find(({ id }) => id === owner)?.name ?? say('field.shared');
      const options = own.map(({ region, label }) =>
        element('option', { value: `${sheet} ${region}` }, label[language]),
      );
      return [element('optgroup', { label: `${title[language]}: ${whose}` }, ...options)];
    });
  }

  return {
    node: element('label', { class: 'pen-field', for: 'field' }, say('field.label'), select),
    chosen(): Pick<NewStickerRequest, 'sheet' | 'region'> {
      const [sheet, region = ''] = select.value.split(' ');
      return { sheet: sheet === 'partnermodel-canvas' ? sheet : 'brengen-halen', region };
    },
  };
}

/** On whose behalf: every partner by its letter, colour and name, and nobody. */
function namensChoice({ board, memory, say }: FormOptions, color: (value: string) => void) {
  const node = element('fieldset', { class: 'pen-namens' }, element('legend', {}, say('namens.label')));
  const choices = [...board.partners, { id: '', name: say('namens.nobody'), mark: '–', color: '#ffffff' }];
  const known = memory.get('pen.namens') ?? '';
  const picked = choices.some(({ id }) => id === known) ? known : '';
  for (const partner of choices) {
    const radio = element('input', { type: 'radio', name: 'namens', value: partner.id });
    radio.checked = partner.id === picked;
    const mark = element('span', { class: 'pen-mark', 'aria-hidden': 'true' }, partner.mark);
    mark.style.setProperty('--partner', partner.color);
    radio.addEventListener('change', () => {
      memory.set('pen.namens', partner.id);
      color(partner.color);
    });
    if (radio.checked) color(partner.color);
    node.append(element('label', {}, radio, mark, partner.name));
  }
  return {
    node,
    chosen: () => node.querySelector<HTMLInputElement>('input:checked')?.value || null,
  };
}

/** What this browser calls itself on every board; no name, and known to nobody else. */
function browserOf(memory: Memory): string {
  const known = memory.get('pen.browser');
  if (known !== undefined) return known;
  const made = nanoid();
  memory.set('pen.browser', made);
  return made;
}

/** The sticker leaves upwards, towards the wall; for who wants no movement it is simply gone. */
function flyAway(text: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  text.animate([{ transform: 'none' }, { transform: 'translateY(-70vh) scale(0.4)', opacity: 0 }], {
    duration: 350,
    easing: 'ease-in',
  });
}
