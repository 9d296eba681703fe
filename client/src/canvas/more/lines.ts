/**
 * The texts of stickers in a plain text: one for each line, or for each row of a spreadsheet with its cells
 * under each other. Cells of several lines come quoted, as spreadsheets do. Bullets and blank lines are left out.
 */
export function textsOf(plain: string): readonly string[] {
  return rowsOf(plain.replaceAll(/\r\n?/g, '\n'))
    .map((cells) =>
      cells
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join('\n')
        .replace(BULLET, ''),
    )
    .filter((text) => text !== '');
}

const BULLET = /^[-*•·–]\s+/;

function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = cellAt(text, at);
    cells.push(cell);
    if (text[end] !== '\t') {
      rows.push(cells);
      cells = [];
    }
    at = end + 1;
  }
  return rows;
}

/** The cell that begins here, and where it ends: at a tab, a line's end, or the end. */
function cellAt(text: string, start: number): { readonly cell: string; readonly end: number } {
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  quoted.lastIndex = start;
  const found = quoted.exec(text);
  if (found) return { cell: (found[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex };
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { cell: text.slice(start, end), end };
}
