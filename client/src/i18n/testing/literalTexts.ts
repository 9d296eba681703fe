import { parseAst } from 'vite';

/** A text that stands in a component and not in a catalogue. */
export interface LiteralText {
  readonly line: number;
  readonly text: string;
}

/** Attributes and properties that people read or hear. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const hasWords = (text: string): boolean => /\p{L}/u.test(text);

/** Finds texts between tags and in spoken attributes that are written out in a TSX source. */
export function literalTexts(source: string): LiteralText[] {
  const found: LiteralText[] = [];
  const note = (node: Node, text: string): void => {
    if (hasWords(text))
      found.push({ line: source.slice(0, node.start).split('\n').length, text: text.trim() });
  };
  /** The literals an expression can give: through conditions and `??`, not into calls. */
  const inspect = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.type === 'Literal' && typeof node.value === 'string') note(node, node.value);
    if (node.type === 'TemplateLiteral') note(node, templateText(node));
    for (const part of ['consequent', 'alternate', 'right', 'left', 'expression']) {
      if (node.type !== 'BinaryExpression' || node.operator === '+') inspect(node[part]);
    }
  };
  visit(parseAst(source, { lang: 'tsx' }), (node, parent) => {
    if (node.type === 'JSXText') note(node, String(node.value));
    if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute') inspect(node.expression);
    if (node.type === 'JSXAttribute' && SPOKEN.has(nameOf(node.name))) inspect(node.value);
    if (node.type === 'Property' && nameOf(node.key).startsWith('aria-') && SPOKEN.has(nameOf(node.key)))
      inspect(node.value);
  });
  return found;
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  return String(node.type === 'Literal' ? node.value : node.name);
}

function templateText(node: Node): string {
  const quasis = Array.isArray(node.quasis) ? node.quasis : [];
  return quasis.map((quasi: { value?: { cooked?: string } }) => quasi.value?.cooked ?? '').join('');
}

function visit(node: unknown, enter: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  if (Array.isArray(node)) for (const one of node) visit(one, enter, parent);
  else if (isNode(node)) {
    enter(node, parent);
    for (const child of Object.values(node)) visit(child, enter, node);
  }
}
