/** How deep objects and arrays may lie in each other. */
const DEEPEST = 20;

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Whether the text from `at` on, behind a first member, is the rest of a JSON object, written the plain way:
 * without white space, without escapes in its texts and without exponents in its numbers, as `JSON.stringify`
 * writes most things. Makes nothing of it, which is several times as quick as `JSON.parse`.
 * @returns `false` also for what is JSON and not plain.
 */
export function endsObject(text: string, at: number): boolean {
  return objectFrom(text, at, 0) === text.length;
}

/** Past the end of what was looked for, or -1 when it is not there. */
type End = number;

/** From behind a member of an object to behind its closing brace. */
function objectFrom(text: string, from: number, depth: number): End {
  let at = from;
  while (at >= 0 && text.charCodeAt(at) === COMMA) at = member(text, at + 1, depth);
  return at >= 0 && text.charCodeAt(at) === CLOSE_OBJECT ? at + 1 : -1;
}

function member(text: string, at: number, depth: number): End {
  const key = string(text, at);
  return key >= 0 && text.charCodeAt(key) === COLON ? value(text, key + 1, depth) : -1;
}

function value(text: string, at: number, depth: number): End {
  switch (text.charCodeAt(at)) {
    case QUOTE:
      return string(text, at);
    case OPEN_OBJECT:
      if (depth >= DEEPEST) return -1;
      if (text.charCodeAt(at + 1) === CLOSE_OBJECT) return at + 2;
      return objectFrom(text, member(text, at + 1, depth + 1), depth + 1);
    case OPEN_LIST:
      return depth < DEEPEST ? list(text, at + 1, depth + 1) : -1;
    case 0x74:
      return text.startsWith('true', at) ? at + 4 : -1;
    case 0x66:
      return text.startsWith('false', at) ? at + 5 : -1;
    case 0x6e:
      return text.startsWith('null', at) ? at + 4 : -1;
    default:
      return number(text, at);
  }
}

function list(text: string, from: number, depth: number): End {
  if (text.charCodeAt(from) === CLOSE_LIST) return from + 1;
  let at = value(text, from, depth);
  while (at >= 0 && text.charCodeAt(at) === COMMA) at = value(text, at + 1, depth);
  return at >= 0 && text.charCodeAt(at) === CLOSE_LIST ? at + 1 : -1;
}

function string(text: string, from: number): End {
  if (text.charCodeAt(from) !== QUOTE) return -1;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < 0x20 || code === BACKSLASH) return -1;
  }
  return -1;
}

function number(text: string, from: number): End {
  let at = text.charCodeAt(from) === MINUS ? from + 1 : from;
  const first = at;
  at = digits(text, at);
  if (at === first || (at > first + 1 && text.charCodeAt(first) === 0x30)) return -1;
  if (text.charCodeAt(at) !== DOT) return at;
  const end = digits(text, at + 1);
  return end > at + 1 ? end : -1;
}

function digits(text: string, from: number): End {
  let at = from;
  for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt(at)) at++;
  return at;
}
