import { changesDocument, encodeHello } from '@samenbord/shared/protocol';

/**
 * The WebSocket that y-websocket is given: it says hello before anything else, which asks the relay for
 * acknowledgements and notices, and tells which frames went out.
 */
export function helloSocket(onSent: (frame: Uint8Array) => void): typeof WebSocket {
  return class HelloSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      // Before y-websocket sets `onopen`, so this runs first.
      this.addEventListener('open', () => super.send(Uint8Array.from(encodeHello())));
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      // To a socket that is going it would be lost; what waits goes with the next one.
      if (this.readyState > this.OPEN) return;
      super.send(data);
      if (data instanceof Uint8Array && changesDocument(data)) onSent(data);
    }
  };
}
