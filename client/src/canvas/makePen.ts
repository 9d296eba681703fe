import type { PenResponse } from '@samenbord/shared/protocol';

/** Makes a pass for a phone that adds stickers. Rejects when it could not be made. */
export type MakePen = () => Promise<PenResponse>;
