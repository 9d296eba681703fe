export type { Bus, Subscriber } from './bus.ts';
export type { Ears, Line } from './line.ts';
export { localBus } from './local.ts';
export type { Change, NodePresence, NoteName, Withdrawal } from './messages.ts';
export { Nodes, type NodesOptions } from './nodes.ts';
export { NODE_PACES, type NodePaces } from './paces.ts';
export { redisBus } from './redis.ts';
