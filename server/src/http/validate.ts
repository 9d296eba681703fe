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
  const message = `${field || 'the request'} ${explain(issue, valueAt(value, issue.path))}`;
  throw new HttpError('invalid', message, field === '' ? {} : { field });
}

/** What is wanted, from what the check was; zod's own messages are left out because they may quote. */
function explain(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unit(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unit(issue.origin)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return 'does not have the form that docs/protocol.md gives';
    case 'custom':
      return value === undefined ? 'is missing' : 'does not fit';
    default:
      return 'does not fit';
  }
}

/** What a request has at a path; issues of zod do not carry it. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
  }
  return at;
}

/** Types in words. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' items' };
const unit = (origin: string): string => UNITS[origin] ?? '';
