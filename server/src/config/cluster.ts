import { NODE_PACES, type NodePaces } from '../cluster/paces.ts';
import { count, duration, type Variable } from './variable.ts';

/** The paces of a node among others as variables. */
const PACES: Readonly<Record<keyof NodePaces, (fallback: number) => Variable<number>>> = {
  heartbeat: (n) => duration(n, 'Time between two signs of life of a node, ms.', 1),
  missedHeartbeats: (n) => count(n, 'Signs of life of a node that may be missed before its people are gone.'),
  check: (n) => duration(n, 'Time between two looks in the database for what Redis may have lost, ms.', 1),
  checkAlone: (n) => duration(n, 'The same while Redis carries nothing, ms.', 1),
  gap: (n) => duration(n, 'How long a change may be late before it is looked for in the database, ms.'),
};

const nameOf = (pace: string): string =>
  `CLUSTER_${pace.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

const KEYS = Object.keys(PACES) as (keyof NodePaces)[];

/** The variables of the paces: `CLUSTER_` and the name in capitals. */
export const CLUSTER_VARIABLES: Readonly<Record<string, Variable<number>>> = Object.fromEntries(
  KEYS.map((key) => [nameOf(key), PACES[key](NODE_PACES[key])]),
);

/** The paces out of values by variable name. */
export function nodePaces(values: Readonly<Record<string, unknown>>): NodePaces {
  return Object.fromEntries(KEYS.map((key) => [key, values[nameOf(key)]])) as Record<keyof NodePaces, number>;
}
