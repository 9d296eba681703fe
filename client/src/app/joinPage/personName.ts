import { LIMITS } from '@samenbord/shared/protocol';

/** What is wrong with somebody's name, or `undefined`. */
export type NameProblem = { readonly kind: 'missing' } | { readonly kind: 'too-long'; readonly over: number };

/** Looks at a name as the server will: without the blanks around it. */
export function nameProblem(name: string): NameProblem | undefined {
  const length = name.trim().length;
  if (length === 0) return { kind: 'missing' };
  return length > LIMITS.personName ? { kind: 'too-long', over: length - LIMITS.personName } : undefined;
}
