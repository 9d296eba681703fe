/**
 * What y-websocket tells other windows of this browser with, in place of `lib0/broadcastchannel`: we tell them
 * nothing (`disableBc`), so it need not be fetched before a board is seen.
 */
const silent = (): void => undefined;

export { silent as publish, silent as subscribe, silent as unsubscribe };
