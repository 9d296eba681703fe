import type * as z from 'zod/mini';
import { HttpError } from './errors.ts';

/**
 * Checks a request against a schema of the protocol.
 * @throws {HttpError} `invalid`, with the path of the first field that does not fit. Never its value.
 */
export function validate<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw new HttpError('invalid', 'the request does not fit');
  const field = issue.path.join('.');
  const message = `${field || 'the request'} ${explain(issue)}`;
  throw new HttpError('invalid', message, field === '' ? {} : { field });
}

/** What is wanted, from what the check was; zod's own messages are left out because they may quote. */
function explain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be of type ${issue.expected}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unit(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unit(issue.origin)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return 'does not have the form that docs/protocol.md gives';
    case 'custom':
      return 'is missing or does not fit';
    default:
      return 'does not fit';
  }
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' items' };
const unit = (origin: string): string => UNITS[origin] ?? '';
