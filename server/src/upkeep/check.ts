import { boardDocument, parseDocumentName, readTable, tableDocument } from '@samenbord/shared/board';
import * as Y from 'yjs';
import type { Inspection, Rebuilt, Repair, TendedStore } from '../store/inspection.ts';
import { examine } from './examine.ts';
import type { Finding, Report } from './report.ts';

/**
 * Looks at everything a store has: whether it can be read, whether Yjs makes documents of it, and whether what
 * belongs together is there.
 * @param repair whether to set aside what cannot be read, so that the rest works again. Nothing is thrown away.
 * @throws {StoreError} when it cannot be looked at at all
 */
export async function check(store: TendedStore, repair: boolean): Promise<Report> {
  const findings: Finding[] = [];
  let inspection = await store.inspect();
  let hand: Repair | undefined;
  try {
    const faults = await inspection.integrity();
    if (faults.length > 0 && repair && store.rebuild !== undefined) {
      await inspection.close();
      const rebuilt = store.rebuild();
      inspection = await store.inspect();
      findings.push(...faults.map((what) => ({ ...fault(what), done: 'made anew from what can be read' })));
      findings.push(...lostIn(rebuilt));
    } else findings.push(...faults.map(fault));
    hand = repair ? await store.repair() : undefined;
    return { ...(await look(inspection, hand, findings)), place: store.place, findings, repairing: repair };
  } finally {
    await hand?.close();
    await inspection.close();
  }
}

const fault = (what: string): Finding => ({ kind: 'damage', where: 'the database', what });

function lostIn({ kept, unreadable, torn }: Rebuilt): Finding[] {
  const lost = [...unreadable].map(([table, count]) => `${count} of ${table}`);
  if (torn.length > 0) lost.push(`perhaps more of ${torn.join(', ')}`);
  return [
    {
      kind: lost.length > 0 ? 'damage' : 'note',
      where: 'the database',
      what: lost.length > 0 ? `rows that could not be read: ${lost.join(', ')}` : 'every row could be read',
      done: `the whole database as it was found is kept in ${kept}`,
    },
  ];
}

type Counts = Pick<Report, 'boards' | 'documents' | 'updates' | 'links' | 'pictures' | 'notes'>;

async function look(inspection: Inspection, hand: Repair | undefined, findings: Finding[]): Promise<Counts> {
  const boards = new Set(await inspection.boards());
  const names = await inspection.documents();
  const expected = [...boards].flatMap((board) => [boardDocument(board), tableDocument(board)]);
  const all = [...new Set([...names, ...expected])].sort();
  let updates = 0;
  for (const name of all) updates += await lookAtDocument(name, inspection, hand, boards, findings);
  const links = await lookAtLinks(inspection, hand, boards, findings);
  const pictures = await lookAtPictures(inspection, hand, boards, findings);
  const notes = await lookAtNotes(inspection, hand, boards, findings);
  const aside = await inspection.asideCount();
  if (aside > 0)
    findings.push({
      kind: 'note',
      where: 'set aside',
      what: `${aside} rows in the table set_aside, of this and earlier checks`,
    });
  return { boards: boards.size, documents: names.length, updates, links, pictures, notes };
}

/** Returns how many updates it has. */
async function lookAtDocument(
  name: string,
  inspection: Inspection,
  hand: Repair | undefined,
  boards: ReadonlySet<string>,
  findings: Finding[],
): Promise<number> {
  const where = `document ${name}`;
  const document = await inspection.document(name);
  const count = document.updates.length;
  if (document.snapshot === undefined && count === 0) {
    await hand?.refuse(name);
    findings.push({ kind: 'refused', where, what: 'nothing is there of it, though its board exists' });
    return 0;
  }
  const parsed = parseDocumentName(name);
  if (parsed === undefined || !boards.has(parsed.board))
    findings.push({ kind: 'note', where, what: 'it belongs to no board; nobody can open it' });
  const found = examine(document);
  if (found.refusal !== undefined) {
    findings.push({ kind: 'refused', where, what: found.refusal });
    return count;
  }
  for (const { position, reason } of found.bad) {
    const number = await hand?.setAside({ kind: 'update', document: name, position }, reason);
    findings.push(asideFinding(where, `update ${position}: ${reason}`, number));
  }
  if (found.waiting > 0)
    findings.push({
      kind: 'note',
      where,
      what: `changes of ${found.waiting} bytes wait for others that are not here; they show when somebody's page brings those`,
    });
  if (found.state === undefined) return count;
  if (found.covered > 0) {
    await hand?.replace(name, found.state, found.position);
    findings.push({
      kind: 'damage',
      where,
      what: `${found.covered} updates lie beside a snapshot that covers them`,
      ...(hand && { done: 'merged into one snapshot' }),
    });
  }
  if (parsed?.kind === 'table') findings.push(...lookAtTable(where, found.state));
  return count;
}

function lookAtTable(where: string, state: Uint8Array): Finding[] {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    const { table, unreadable } = readTable(doc);
    const findings: Finding[] = [];
    if (table.partners.length === 0) findings.push({ kind: 'note', where, what: 'it has no partners' });
    if (unreadable > 0)
      findings.push({ kind: 'note', where, what: `${unreadable} partners cannot be shown` });
    return findings;
  } finally {
    doc.destroy();
  }
}

async function lookAtLinks(
  inspection: Inspection,
  hand: Repair | undefined,
  boards: ReadonlySet<string>,
  findings: Finding[],
): Promise<number> {
  const links = await inspection.links();
  const opened = new Set<string>();
  for (const { id, board, role, works, problem } of links) {
    const what = problem ?? (boards.has(board) ? undefined : `its board ${board} does not exist`);
    if (what === undefined && works && role === 'facilitator') opened.add(board);
    if (what === undefined) continue;
    findings.push(asideFinding(`link ${id}`, what, await hand?.setAside({ kind: 'link', id }, what)));
  }
  for (const board of boards)
    if (!opened.has(board))
      findings.push({ kind: 'damage', where: `board ${board}`, what: 'no link opens it as a facilitator' });
  return links.length;
}

async function lookAtPictures(
  inspection: Inspection,
  hand: Repair | undefined,
  boards: ReadonlySet<string>,
  findings: Finding[],
): Promise<number> {
  const pictures = await inspection.pictures();
  for (const name of pictures) {
    const missing = boards.has(name.board) ? undefined : `its board ${name.board} does not exist`;
    const what = missing ?? (await inspection.pictureProblem(name));
    if (what === undefined) continue;
    const number = await hand?.setAside({ kind: 'picture', ...name }, what);
    findings.push(asideFinding(`picture ${name.hash} of board ${name.board}`, what, number));
  }
  return pictures.length;
}

async function lookAtNotes(
  inspection: Inspection,
  hand: Repair | undefined,
  boards: ReadonlySet<string>,
  findings: Finding[],
): Promise<number> {
  const notes = await inspection.notes();
  for (const { problem, ...note } of notes) {
    const what = boards.has(note.board) ? problem : `its board ${note.board} does not exist`;
    if (what === undefined) continue;
    const number = await hand?.setAside({ kind: 'note', note }, what);
    // Without its id, which may be worth something to who reads this.
    findings.push(asideFinding(`a note ${note.kind} of board ${note.board}`, what, number));
  }
  return notes.length;
}

function asideFinding(where: string, what: string, number: number | undefined): Finding {
  const done = number === undefined ? {} : { done: `set aside: row ${number} of the table set_aside` };
  return { kind: 'damage', where, what, ...done };
}
