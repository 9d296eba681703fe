/** Paces of a node among others, in ms but for counts. */
export interface NodePaces {
  /** Time between two signs of life. */
  readonly heartbeat: number;
  /** Signs of life of a node that may be missed before it counts as gone, and its people with it. */
  readonly missedHeartbeats: number;
  /** Time between two looks in the store for what the bus may have lost. */
  readonly check: number;
  /** The same while the bus carries nothing. */
  readonly checkAlone: number;
  /** How long a change may be on its way after a later one came, before it is looked for in the store. */
  readonly gap: number;
}

/** The defaults. */
export const NODE_PACES: NodePaces = {
  heartbeat: 1000,
  missedHeartbeats: 4,
  check: 5000,
  checkAlone: 500,
  gap: 50,
};
