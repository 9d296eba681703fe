/**
 * Breaks a text into lines for a given width. Pure over a measuring function, in em, so that one
 * measurement serves every font size and every zoom.
 */

/** Width of a piece of text in em: at a font size of 1. */
export type Measure = (text: string) => number;

export interface TextLine {
  readonly text: string;
  /** Drawn from the right: the paragraph's first letter is of a script written from right to left. */
  readonly rtl: boolean;
}

export interface Broken {
  readonly lines: readonly TextLine[];
  /** A word was longer than a line and had to be cut in two. */
  readonly cutWord: boolean;
}

const RTL_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;

/** Whether a paragraph is written from right to left: its first letter decides. */
export function isRtl(paragraph: string): boolean {
  const first = LETTER.exec(paragraph)?.[0];
  return first !== undefined && RTL_LETTER.test(first);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Letters that never join with their neighbours: almost all text, split a hundred times faster. */
const SINGLE_LETTERS = /^[\u0020-\u02FF]*$/;

/** What a reader calls characters: an emoji of five code points is one. */
export function splitGraphemes(text: string): string[] {
  if (SINGLE_LETTERS.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/**
 * @param widthOf width in em of line `index` (0-based), so that lines may go around a corner
 * @param maxLines stops soon after this many lines: the caller will not use the result then
 */
export function breakLines(
  text: string,
  widthOf: (index: number) => number,
  measure: Measure,
  maxLines = Number.POSITIVE_INFINITY,
): Broken {
  const lines: TextLine[] = [];
  let cutWord = false;
  for (const paragraph of paragraphsOf(text)) {
    const rtl = isRtl(paragraph);
    const breaker = new LineBreaker(lines, rtl, widthOf, measure, maxLines);
    for (const word of words(paragraph)) {
      breaker.add(word);
      if (lines.length > maxLines) break;
    }
    breaker.end();
    cutWord ||= breaker.cutWord;
    if (lines.length > maxLines) break;
  }
  return { lines, cutWord };
}

interface Word {
  readonly text: string;
  /** Spaces between the word before and this one. */
  readonly spaces: number;
}

/** An amount stays with its currency. */
const CURRENCY_GAP = /([€$£]) (?=\d)/g;

const SPACES = /([ \t\u2003]+)/;
/** After which a word may be broken, and whether a piece holds any. */
const JOINER = /[-/–—]/;
const JOINERS = /(?<=[\p{L}\p{N}][-/–—])(?=[\p{L}\p{N}])/u;

/** Words with the room before them; a hyphen or slash inside a word is a place to break after. */
function* words(paragraph: string): Generator<Word> {
  let spaces = 0;
  let isSpace = true;
  for (const piece of paragraph.replace(CURRENCY_GAP, '$1\u00A0').split(SPACES)) {
    // Split like this, what is between words comes after every one of them.
    isSpace = !isSpace;
    if (isSpace) {
      spaces = [...piece].reduce((sum, char) => sum + (char === '\t' ? 2 : 1), 0);
      continue;
    }
    for (const text of JOINER.test(piece) ? piece.split(JOINERS) : [piece]) {
      if (text === '') continue;
      yield { text, spaces };
      spaces = 0;
    }
  }
}

/** The words of a text, each of which lies on one line or has to be cut. */
export function wordsOf(text: string): string[] {
  return paragraphsOf(text).flatMap((paragraph) => Array.from(words(paragraph), (word) => word.text));
}

function paragraphsOf(text: string): string[] {
  return text.replace(/\r\n?/g, '\n').split('\n');
}

/** Fills lines greedily with the words of one paragraph. */
class LineBreaker {
  cutWord = false;
  private line = '';
  private width = 0;
  private readonly lines: TextLine[];
  private readonly rtl: boolean;
  private readonly widthOf: (index: number) => number;
  private readonly measure: Measure;
  private readonly maxLines: number;

  constructor(
    lines: TextLine[],
    rtl: boolean,
    widthOf: (index: number) => number,
    measure: Measure,
    maxLines: number,
  ) {
    this.lines = lines;
    this.rtl = rtl;
    this.widthOf = widthOf;
    this.measure = measure;
    this.maxLines = maxLines;
  }

  add({ text, spaces }: Word): void {
    const gap = this.line === '' && this.lines.length > 0 && spaces < 2 ? 0 : spaces;
    const room = gap * this.measure(' ');
    const width = this.measure(text);
    if (this.width + room + width <= this.available()) {
      this.line += ' '.repeat(gap) + text;
      this.width += room + width;
    } else if (this.line !== '' && width <= this.widthOf(this.lines.length + 1)) {
      this.end();
      this.line = text;
      this.width = width;
    } else {
      this.addInPieces(text);
    }
  }

  end(): void {
    this.lines.push({ text: this.line, rtl: this.rtl });
    this.line = '';
    this.width = 0;
  }

  private available(): number {
    return this.widthOf(this.lines.length);
  }

  /** Begins a word that is wider than a line on a line of its own and cuts it as often as needed. */
  private addInPieces(word: string): void {
    if (this.line !== '') this.end();
    let rest = splitGraphemes(word);
    while (this.lines.length <= this.maxLines) {
      const text = rest.join('');
      const width = this.measure(text);
      if (width <= this.available() || rest.length <= 1) {
        this.line = text;
        this.width = width;
        return;
      }
      const { count, hyphen } = cutPoint(rest, this.available(), this.measure);
      this.line = rest.slice(0, count).join('') + hyphen;
      rest = rest.slice(count);
      this.cutWord = true;
      this.end();
    }
  }
}

/** How far back from the last character that fits a joint, or a syllable's end, is looked for. */
const LOOK_BACK_JOINT = 9;
const LOOK_BACK = 7;
/** Letters that stay on either side of a hyphen. */
const MIN_PART = 3;

/** A word of letters, with the punctuation that may stand around it. */
const LATIN_WORD = /^[^\p{L}\p{N}/@#_]*[\p{Script=Latin}\p{M}'’]+[^\p{L}\p{N}/@#_]*$/u;

/** Where to cut a word: as far as it fits, but for a word of letters rather at the end of a syllable. */
function cutPoint(
  chars: readonly string[],
  width: number,
  measure: Measure,
): { count: number; hyphen: string } {
  const isWord = LATIN_WORD.test(chars.join(''));
  const hyphen = isWord ? '-' : '';
  const count = countThatFits(chars, width - (isWord ? measure('-') : 0), isWord, measure);
  if (!isWord) return { count, hyphen };
  const isGood = (at: number): boolean => at >= MIN_PART && chars.length - at >= MIN_PART;
  const joint = lastBefore(count, LOOK_BACK_JOINT, (at) => isGood(at) && isJoint(chars, at));
  const syllable = lastBefore(count, LOOK_BACK, (at) => isGood(at) && isSyllableEnd(chars, at));
  return { count: joint ?? syllable ?? count, hyphen };
}

/** The last place, at most this far before `from`, where a word may be cut. */
function lastBefore(from: number, reach: number, allowed: (at: number) => boolean): number | undefined {
  for (let at = from; at > from - reach; at -= 1) if (allowed(at)) return at;
  return undefined;
}

/** Endings after which the next word of a Dutch compound begins (vergoedings-overeenkomst). */
const JOINT = /(ings|heids|teits|schaps)$/i;

function isJoint(chars: readonly string[], at: number): boolean {
  return JOINT.test(chars.slice(Math.max(0, at - 6), at).join(''));
}

/**
 * How many characters fit, at least one. Letters of a Latin word are added up one by one, which needs no
 * measuring of pieces that are never drawn; other scripts join their letters and are measured as pieces.
 */
function countThatFits(chars: readonly string[], room: number, isWord: boolean, measure: Measure): number {
  let width = measure(chars[0] ?? '');
  for (let count = 1; count < chars.length; count += 1) {
    width = isWord ? width + measure(chars[count] ?? '') : measure(chars.slice(0, count + 1).join(''));
    if (width > room) return count;
  }
  return chars.length;
}

const VOWEL = /^[aeiouyà-åè-ïò-öù-ü]/i;
/** Two signs for one sound, or parted now here and now there: never cut between them. */
const TOGETHER = /^(ch|ij|sj|th|ph|sh|qu|ng|st|sp|sc)$/i;
/** Two consonants a syllable of a Dutch or English word may begin with. */
const ONSET = /^([bcdfgkptv]r|[bcfgkpsv]l|[cpst]h|kn|[dtkz]w)$/i;

/** Whether a syllable may end before `at`: what follows begins like a syllable (ver-goe-ding, pro-gramma). */
function isSyllableEnd(chars: readonly string[], at: number): boolean {
  const letter = (offset: number): string => chars[at + offset] ?? '';
  const [before, first, second, third] = [letter(-1), letter(0), letter(1), letter(2)];
  if (VOWEL.test(first) || before === '' || TOGETHER.test(before + first)) return false;
  if (VOWEL.test(second)) return !ONSET.test(before + first) && !/^s$/i.test(before);
  return ONSET.test(first + second) && VOWEL.test(third);
}
