/**
 * What the pages are asked to note while a drag is measured. These functions run in the page: they are
 * sent there as text, so each stands alone. Times are ms since the epoch, with fractions: the two pages are
 * processes of one machine and so share that clock.
 */

/** Notes kept in the page. */
export interface Notes {
  /** This page's pointer, per event. */
  hand: { at: number; x: number }[];
  /** Drags this page said and heard of over its sockets: the place as text. */
  said: { at: number; place: string }[];
  heard: { at: number; place: string }[];
  /** Where the dragged sticker's left edge is on screen, in CSS pixels, after each frame. */
  shown: { at: number; x: number }[];
}

declare global {
  interface Window {
    benchNotes: Notes;
    /** Starts and stops looking at the screen at this height, in CSS pixels. */
    benchLook: (y: number | undefined) => void;
  }
}

/** Installed before the page's own code. */
export function watch(): void {
  const notes: Notes = { hand: [], said: [], heard: [], shown: [] };
  window.benchNotes = notes;
  const now = (): number => performance.timeOrigin + performance.now();

  addEventListener(
    'pointermove',
    (event) => notes.hand.push({ at: performance.timeOrigin + event.timeStamp, x: event.clientX }),
    { capture: true },
  );

  const placeIn = (data: unknown): string | undefined => {
    if (!(data instanceof ArrayBuffer || ArrayBuffer.isView(data))) return undefined;
    const text = new TextDecoder('latin1').decode(data);
    return /"drag":\{"sheet":"[^"]*","stickers":\[\{"id":"[^"]*",("x":[-\d.]+,"y":[-\d.]+)/.exec(text)?.[1];
  };
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    const place = placeIn(data);
    if (place !== undefined) notes.said.push({ at: now(), place });
    send.call(this, data);
  };
  const Native = WebSocket;
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        const place = placeIn(data);
        if (place !== undefined) notes.heard.push({ at: now(), place });
      });
    }
  };

  let height: number | undefined;
  /** A sticker is a long run of pixels that one cannot see through; lines and tints are not. What moves is a sprite. */
  const leftEdge = (y: number): number | undefined => {
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.canvas-sprite')) {
      const box = canvas.getBoundingClientRect();
      const context = canvas.getContext('2d');
      if (!context || y <= box.top || y >= box.bottom || box.right < 0) continue;
      const ratio = canvas.width / box.width;
      const { data } = context.getImageData(0, Math.round((y - box.top) * ratio), canvas.width, 1);
      let run = 0;
      for (let pixel = 0; pixel < canvas.width; pixel++) {
        run = (data[4 * pixel + 3] ?? 0) > 250 ? run + 1 : 0;
        if (run === 24) return box.left + (pixel - run + 1) / ratio;
      }
    }
    return undefined;
  };
  // A message to oneself comes after all of a frame's own work: what is read is what the frame shows.
  const after = new MessageChannel();
  after.port1.onmessage = () => {
    const x = height === undefined ? undefined : leftEdge(height);
    if (x !== undefined) notes.shown.push({ at: now(), x });
  };
  const frame = (): void => {
    if (height === undefined) return;
    after.port2.postMessage(undefined);
    requestAnimationFrame(frame);
  };
  window.benchLook = (y) => {
    const idle = height === undefined;
    height = y;
    if (y !== undefined && idle) requestAnimationFrame(frame);
  };
}

/** Gives the notes and begins anew. */
export function takeNotes(): Notes {
  const taken = window.benchNotes;
  const fresh: Notes = { hand: [], said: [], heard: [], shown: [] };
  const copy = { ...taken };
  Object.assign(taken, fresh);
  return copy;
}
