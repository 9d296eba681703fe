/**
 * The origin every transaction of ours carries: what happened, by name. Undo follows the ones a person
 * does; tests and logs can tell a drag from a migration.
 */
export const ORIGIN = {
  addSticker: 'samenbord:add-sticker',
  moveStickers: 'samenbord:move-stickers',
  editText: 'samenbord:edit-text',
  setSize: 'samenbord:set-size',
  setPartner: 'samenbord:set-partner',
  setContribution: 'samenbord:set-contribution',
  setLocked: 'samenbord:set-locked',
  setPicture: 'samenbord:set-picture',
  setSymbol: 'samenbord:set-symbol',
  layStickers: 'samenbord:lay-stickers',
  removeStickers: 'samenbord:remove-stickers',
  restoreStickers: 'samenbord:restore-stickers',
  addInk: 'samenbord:add-ink',
  eraseInk: 'samenbord:erase-ink',
  vote: 'samenbord:vote',
  addLink: 'samenbord:add-link',
  removeLink: 'samenbord:remove-link',
  writeLinks: 'samenbord:write-links',
  writeGroups: 'samenbord:write-groups',
  writeTable: 'samenbord:write-table',
  writeActs: 'samenbord:write-acts',
  homework: 'samenbord:homework',
  reveal: 'samenbord:reveal',
  silentReady: 'samenbord:silent-ready',
  create: 'samenbord:create',
  migrate: 'samenbord:migrate',
} as const;

export type Origin = (typeof ORIGIN)[keyof typeof ORIGIN];
