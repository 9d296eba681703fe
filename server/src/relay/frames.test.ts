import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameError, presenceFrame, readFrame, step1Frame, step2Frame, updateFrame } from './frames.ts';

it('reads back what it writes', () => {
  const states = [{ client: 4_294_967_295, clock: 7, json: '{"name":"Anaïs 🙂"}' }];
  expect(readFrame(presenceFrame(states))).toEqual({ kind: 'presence', states });
  const body = Uint8Array.of(1, 2, 3);
  expect(readFrame(updateFrame(body))).toEqual({ kind: 'update', update: body });
  expect(readFrame(step2Frame(body))).toEqual({ kind: 'step2', update: body });
  expect(readFrame(step1Frame(body))).toEqual({ kind: 'step1', stateVector: body });
});

it('[BO2] throws nothing but FrameError, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        readFrame(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(FrameError);
      }
    }),
    { numRuns: 10_000 },
  );
});

it('[BO2] a count of presence states that lies costs nothing', () => {
  // Claims 2^49 states and holds none.
  const body = [128, 128, 128, 128, 128, 128, 128, 1];
  expect(() => readFrame(Uint8Array.of(1, body.length, ...body))).toThrow(FrameError);
});
