/** The kinds of pictures a board takes: those that every browser draws and that hold no program. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';

/** The first bytes of each kind; -1 for any. */
const SIGNATURES: readonly (readonly [PictureType, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50]],
];

/** What a file is by its first bytes, whatever it is called; `undefined` for what is none of these. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const match = SIGNATURES.find(([, signature]) =>
    signature.every((byte, index) => byte === -1 || bytes[index] === byte),
  );
  return match?.[0];
}
