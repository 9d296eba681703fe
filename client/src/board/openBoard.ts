import type { BoardSource } from '../session/index.ts';
import { createCommands, type Workbench } from './commands.ts';
import { createHistory } from './history.ts';
import { createModel } from './model.ts';
import type { BoardHandle } from './types.ts';

/**
 * Makes a board out of a session's documents: what to draw, and the commands that change it.
 * @param given ids and clock, for tests that have to say them
 */
export function openBoard(source: BoardSource, given: Pick<Workbench, 'newId' | 'now'> = {}): BoardHandle {
  const model = createModel(source);
  const history = createHistory();
  const commands = createCommands({
    doc: source.documents.board,
    me: source.me,
    model,
    history,
    ...given,
  });
  return { view: model.view, commands, undo: history.state, close: model.close };
}
