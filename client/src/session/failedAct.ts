import { text } from '../i18n/index.ts';
import { notify } from '../ui/index.ts';
import { ApiFailure } from './join.ts';

/** Says that the server did not do what somebody asked, and what to do. */
export function notifyFailedAct(error: unknown): void {
  notify({ text: text('session', wordsOf(error)), tone: 'trouble' });
}

function wordsOf(error: unknown) {
  if (!(error instanceof ApiFailure)) return 'failed.server';
  switch (error.code) {
    case 'network':
      return 'failed.network';
    case 'conflict':
    case 'not-found':
      return 'failed.conflict';
    case 'forbidden':
    case 'unauthorised':
    case 'withdrawn-link':
      return 'failed.forbidden';
    case 'too-many':
      return 'failed.tooMany';
    default:
      return 'failed.server';
  }
}
