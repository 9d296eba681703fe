/**
 * The bounds that both sides keep. The server may lower or raise its own through the environment;
 * these are the defaults and, for texts, the values the page uses to warn before the server refuses.
 * Lengths of names and titles are in characters (Unicode code points), those of sticker texts in UTF-16 code
 * units, sizes in bytes.
 */
export const LIMITS = {
  /** Characters in a board's title. */
  title: 120,
  /** Characters in a person's name. */
  personName: 60,
  /** Characters in a partner's name. */
  partnerName: 80,
  /** Characters in a partner's mark: one or two letters or digits. */
  partnerMark: 2,
  /** Partners on one board: fewer is no collaboration, more is a conversation about scope. */
  minPartners: 2,
  maxPartners: 8,
  /** Characters in one sticker's text. Longer pastes are refused with the text kept where it was. */
  stickerText: 2_000,
  /**
   * Characters in one sticker's text in a board file: more, because two people who write in one sticker at
   * the same time may together go over what each may, and what was exported must go back in.
   */
  fileStickerText: 10_000,
  /** Characters after which the writer is shown, gently, that a sticker holds one thought. */
  stickerTextSoft: 90,
  /** Stickers in one partner's homework, and of one person in one silent round. */
  homeworkStickers: 500,
  silentStickers: 100,
  /** Stickers made or pasted at once; above the second number one is asked first. */
  pasted: 500,
  pastedUnasked: 20,
  /** Stickers on one board. */
  stickers: 6_000,
  /** Lines between stickers on one board. */
  links: 12_000,
  /** Groups on one board, and characters in the title of one. */
  groups: 500,
  groupTitle: 80,
  /** Dots of one person on one sheet; and those on one sticker that a board file may bring. */
  votes: 5,
  fileVotes: 10_000,
  /** Stickers on which one person's dots are or once were, in one document: beyond it the server puts new ones back. */
  votesKept: 1_000,
  /** Bytes of one message over the socket, either way. */
  frame: 8 * 1024 * 1024,
  /** Bytes of one person's presence (cursor, drag, typing), as JSON. */
  presence: 16 * 1024,
  /** Bytes of one picture. */
  picture: 10 * 1024 * 1024,
  /** Bytes of all pictures of one board. */
  pictures: 100 * 1024 * 1024,
  /** Pixels along the longer side of a picture on a board; larger ones are made smaller before they are sent. */
  pictureSide: 1_600,
  /** Pixels of a picture somebody brings: more would take the memory of a phone. */
  pictureSource: 64_000_000,
  /** Characters of what is to be seen on a picture, for who cannot. */
  pictureAlt: 300,
  /** Characters of what the file of a picture was called. */
  pictureName: 120,
  /** Strokes of ink on one board, points of one stroke, and the width of one: sheet units, or thousandths of a sticker. */
  inkStrokes: 4_000,
  inkPoints: 400,
  inkWidth: 400,
  /** Pictures brought at once. */
  picturesAtOnce: 20,
  /** Bytes of a request body on the API. */
  body: 8 * 1024 * 1024,
  /** Characters in a link's name. */
  linkName: 60,
  /** People that a link may be limited to, at most. */
  linkPeople: 500,
  /** Links of one board, withdrawn ones included. */
  boardLinks: 200,
  /** Letters of a spoken code. */
  spokenCode: 8,
  /** Characters in the title of a step of the plan, and in its note. */
  stepTitle: 80,
  stepNote: 300,
  /** Minutes of one step, and steps of one plan. */
  stepMinutes: 600,
  steps: 40,
  /** Minutes that may be booked for one plan. */
  bookedMinutes: 24 * 60,
  /** The longest timer, ms. */
  timer: 10 * 60 * 60_000,
  /** Presence messages a client sends per second at most. */
  presencePerSecond: 30,
} as const;
