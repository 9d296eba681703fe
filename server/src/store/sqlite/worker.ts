import { parentPort, workerData } from 'node:worker_threads';
import { type Database, openDatabase } from './database.ts';
import { failureOf } from './errors.ts';
import type { Answer, Opened, Operations, Question, WorkerStart } from './messages.ts';
import { pack, unpack } from './pack.ts';

/** The thread in which SQLite runs, so that a slow disk never stops the event loop of the server. */
const port = parentPort;
if (port === null) throw new Error('this file runs as a worker only');
const start = workerData as WorkerStart;

/** Does one question; `undefined` for those that answer later by themselves. */
function perform(database: Database, question: Question): Operations[Question['kind']]['answer'] {
  const { documents, records } = database;
  switch (question.kind) {
    case 'append':
      database.checkFiles();
      return documents.append(question.ask.items, unpack(question.ask.packed));
    case 'load':
      return documents.load(question.ask);
    case 'compact':
      documents.compact(
        question.ask.document,
        unpack(question.ask.snapshot)[0] ?? new Uint8Array(),
        question.ask.covers,
        question.ask.fence,
      );
      return null;
    case 'remove':
      documents.remove(question.ask);
      database.emptyLog();
      return null;
    case 'documentNames':
      return documents.names(question.ask);
    case 'scrub':
      database.emptyLog();
      return null;
    case 'addBoard':
      records.addBoard(question.ask.board, question.ask.links);
      return null;
    case 'board':
      return records.board(question.ask);
    case 'addLink':
      records.addLink(question.ask);
      return null;
    case 'links':
      return records.links(question.ask);
    case 'link':
      return records.link(question.ask);
    case 'withdrawLink':
      records.withdrawLink(question.ask.id, question.ask.at);
      return null;
    case 'removeBoard':
      records.removeBoard(question.ask);
      database.emptyLog();
      return null;
    case 'key':
      return records.key(question.ask);
    case 'keepKey':
      return records.keepKey(question.ask.name, question.ask.value);
    case 'putPicture':
    case 'picture':
    case 'hasPicture':
    case 'pictures':
    case 'pictureBytes':
    case 'removePicture':
    case 'removePictures':
    case 'pictureBoards':
    case 'markPictures':
    case 'unusedPictures':
    case 'removeUnusedPicture':
      return onPictures(database, question);
    case 'putNote':
    case 'addNote':
    case 'note':
    case 'notes':
    case 'notesWithId':
    case 'notesOfKind':
    case 'removeNote':
      return onNotes(database, question);
    case 'health':
      return database.healthy();
    case 'sync':
    case 'close':
      return null;
  }
}

type PictureQuestion = Extract<
  Question,
  {
    kind:
      | 'putPicture'
      | 'picture'
      | 'hasPicture'
      | 'pictures'
      | 'pictureBytes'
      | 'removePicture'
      | 'removePictures'
      | 'pictureBoards'
      | 'markPictures'
      | 'unusedPictures'
      | 'removeUnusedPicture';
  }
>;

function onPictures(
  database: Database,
  question: PictureQuestion,
): Operations[PictureQuestion['kind']]['answer'] {
  const { pictures } = database;
  switch (question.kind) {
    case 'putPicture': {
      database.checkFiles();
      const { board, type, made, most, packed } = question.ask;
      return pictures.put(board, { type, made, content: unpack(packed)[0] ?? new Uint8Array() }, most);
    }
    case 'picture': {
      const found = pictures.get(question.ask.board, question.ask.hash);
      return found && { record: found.record, packed: pack([found.content]) };
    }
    case 'hasPicture':
      return pictures.has(question.ask.board, question.ask.hash);
    case 'pictures':
      return pictures.list(question.ask);
    case 'pictureBytes':
      return pictures.bytes(question.ask);
    case 'removePicture':
      pictures.remove(question.ask.board, question.ask.hash);
      database.emptyLog();
      return null;
    case 'removePictures':
      pictures.removeAll(question.ask);
      database.emptyLog();
      return null;
    case 'pictureBoards':
      return pictures.boards();
    case 'markPictures':
      pictures.markUnused(question.ask.board, question.ask.hashes, question.ask.at);
      return null;
    case 'unusedPictures':
      return pictures.unused(question.ask.board, question.ask.before);
    case 'removeUnusedPicture': {
      const { board, hash, before } = question.ask;
      const removed = pictures.removeUnused(board, hash, before);
      if (removed) database.emptyLog();
      return removed;
    }
  }
}

type NoteQuestion = Extract<
  Question,
  { kind: 'putNote' | 'addNote' | 'note' | 'notes' | 'notesWithId' | 'notesOfKind' | 'removeNote' }
>;

function onNotes(database: Database, question: NoteQuestion): Operations[NoteQuestion['kind']]['answer'] {
  const { notes } = database;
  switch (question.kind) {
    case 'putNote':
      return notes.put(question.ask.note, question.ask.expected);
    case 'addNote':
      return notes.add(question.ask.note, question.ask.most);
    case 'note':
      return notes.one(question.ask.board, question.ask.kind, question.ask.id);
    case 'notes':
      return notes.ofBoard(question.ask.board, question.ask.kind);
    case 'notesWithId':
      return notes.withId(question.ask.kind, question.ask.id);
    case 'notesOfKind':
      return notes.ofKind(question.ask.kind, question.ask.since);
    case 'removeNote':
      notes.remove(question.ask.board, question.ask.kind, question.ask.id);
      database.emptyLog();
      return null;
  }
}

function answer(value: Answer): void {
  const body = value.ok ? value.answer : undefined;
  const packed = typeof body === 'object' && body !== null && 'packed' in body ? body.packed : undefined;
  port?.postMessage(value, packed === undefined ? [] : [packed.bytes.buffer]);
}

function serve(database: Database): void {
  port?.on('message', (question: Question) => {
    const { id } = question;
    try {
      if (question.kind === 'sync') {
        database.sync((error, position) => {
          if (error === null) answer({ id, ok: true, answer: position });
          else answer({ id, ok: false, failure: failureOf(error, start.directory) });
        });
        return;
      }
      const value = perform(database, question);
      if (question.kind === 'close') {
        database.close();
        answer({ id, ok: true, answer: null });
        port?.close();
        return;
      }
      answer({ id, ok: true, answer: value });
    } catch (error) {
      answer({ id, ok: false, failure: failureOf(error, start.directory) });
      if (question.kind === 'close') port?.close();
    }
  });
}

let opened: Opened;
try {
  serve(openDatabase(start.directory, start.maxPages));
  opened = { opened: true };
} catch (error) {
  opened = { opened: false, failure: failureOf(error, start.directory) };
}
port.postMessage(opened);
if (!opened.opened) port.close();
