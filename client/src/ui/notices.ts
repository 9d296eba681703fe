/** What one can do about a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Something the page tells the person: shown, and read aloud once. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  /** `trouble` stays until it is closed; `info` goes by itself. */
  readonly tone: 'info' | 'trouble';
  /** A newer one about the same takes its place. */
  readonly about?: string;
  readonly action?: NoticeAction;
  /** Another thing to do instead. */
  readonly other?: NoticeAction;
  /** Stays until something is chosen or it is closed, or until it makes no sense any more. */
  readonly stays?: true;
}

/** How long a notice that asks nothing stays, in ms; one with an action stays longer. */
export const NOTICE_STAYS = { plain: 6_000, withAction: 12_000 } as const;

/** As many as fit on a phone without hiding the work; older ones give way. */
export const MOST_NOTICES = 3;

let shown: readonly Notice[] = [];
let spoken = '';
let made = 0;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of [...listeners]) listener();
}

/** Shows a notice. @returns the way to take it away early */
export function notify(notice: Omit<Notice, 'id' | 'tone'> & Partial<Pick<Notice, 'tone'>>): () => void {
  made += 1;
  const id = made;
  // The same words twice are one notice, the newer.
  const others = shown.filter(
    ({ text, about }) => text !== notice.text && (about === undefined || about !== notice.about),
  );
  shown = [...others, { tone: 'info' as const, ...notice, id }].slice(-MOST_NOTICES);
  tell();
  return () => dismiss(id);
}

/** Takes a notice away; does nothing when it is gone already. */
export function dismiss(id: number): void {
  if (!shown.some((notice) => notice.id === id)) return;
  shown = shown.filter((notice) => notice.id !== id);
  tell();
}

/** Says something to those who listen to the page instead of looking at it; nothing is shown. */
export function announce(text: string): void {
  // A live region is silent when its text stays the same: a trailing no-break space makes it new.
  spoken = spoken === text ? `${text}\u00A0` : text;
  tell();
}

/** What `Notices` shows. */
export const notices = {
  get: (): readonly Notice[] => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** What was last said with {@link announce}. */
export const announcement = { get: (): string => spoken, subscribe: notices.subscribe };
