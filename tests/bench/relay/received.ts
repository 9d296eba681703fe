import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { ReceivedFrame } from './coverage.ts';
import type { Dialect } from './dialect.ts';
import type { Recording } from './recording.ts';

/** What a recording says, frame by frame, for the count. */
export function* receivedFrames(recording: Recording, dialect: Dialect): Generator<ReceivedFrame> {
  for (const { at, bytes } of recording.frames()) {
    for (const message of dialect.read(bytes)) {
      if (message.kind === 'awareness') yield { at, structs: [], states: readStates(message.body) };
      if (message.kind === 'update' || message.kind === 'step2')
        yield { at, structs: readRanges(message.body), states: [] };
    }
  }
}

/**
 * The clocks an update brings. What was deleted meanwhile counts: the receiver knows of it. A `Skip` is a
 * hole in a merged update and brings nothing.
 */
export function readRanges(update: Uint8Array): ReceivedFrame['structs'] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    const { client, clock } = struct.id;
    return struct instanceof Y.Skip ? [] : [{ client, from: clock, to: clock + struct.length }];
  });
}

/** Client ids and clocks of an awareness update; the states themselves are passed over. */
export function readStates(update: Uint8Array): ReceivedFrame['states'] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  const states: { client: number; clock: number }[] = [];
  for (let index = 0; index < count; index++) {
    states.push({ client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) });
    decoding.readVarUint8Array(decoder);
  }
  return states;
}
