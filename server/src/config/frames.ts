import { z } from 'zod';
import type { Variable } from './variable.ts';

/** Scheme and host, perhaps with a port and `*.` for all hosts below it. Nothing that ends a policy's directive. */
const SOURCE = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i;

const isSources = (value: string): boolean => {
  const sources = value.split(' ');
  return sources.every((source) => source === "'self'" || SOURCE.test(source));
};

export const FRAME_ANCESTORS: Variable<string> = {
  schema: z.string().refine((value) => value === "'none'" || isSources(value)),
  fallback: "'none'",
  expected:
    "`'none'`, or `'self'` and addresses like `https://intranet.example.org`, with one blank between them",
  about:
    'Pages that may show a board in a frame. Browsers send cookies into a frame only on the same site, so people can join in one of another site not at all.',
};
