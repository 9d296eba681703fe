/** One figure the relay reports: how it moves and what it means. */
export interface MetricDescription {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** The label a counter is split by. */
  readonly label?: string;
  /** Bounds of a histogram's buckets, in the unit of the name. */
  readonly buckets?: readonly number[];
}

const LATENCY = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Every figure, by the name under which Prometheus sees it. Whoever serves `/metrics` registers these. */
export const RELAY_METRICS = {
  relay_connections: { kind: 'gauge', help: 'Open connections.' },
  relay_rooms: { kind: 'gauge', help: 'Documents in memory.' },
  relay_sleeping_rooms: { kind: 'gauge', help: 'Documents in memory of which only the bytes are kept.' },
  relay_unsaved_rooms: { kind: 'gauge', help: 'Documents whose changes the store refuses at present.' },
  relay_deliveries_total: {
    kind: 'counter',
    help: 'Changes and presence from clients, times who is in their room: what would be sent if nothing was gathered.',
  },
  relay_frames_in_total: { kind: 'counter', help: 'Messages from clients, by kind.', label: 'kind' },
  relay_frames_out_total: { kind: 'counter', help: 'Messages to clients, by kind.', label: 'kind' },
  relay_bytes_out_total: { kind: 'counter', help: 'Bytes of messages to clients.' },
  relay_updates_in_total: { kind: 'counter', help: 'Document updates taken from clients.' },
  relay_updates_out_total: { kind: 'counter', help: 'Document updates sent to clients, after merging.' },
  relay_updates_written_total: { kind: 'counter', help: 'Document updates written, after merging.' },
  relay_window_seconds: {
    kind: 'histogram',
    help: 'How long changes were gathered before they went on together.',
    buckets: [0, 0.002, 0.004, 0.008, 0.016, 0.025, 0.033, 0.05],
  },
  relay_append_seconds: { kind: 'histogram', help: 'Time the store took to write.', buckets: LATENCY },
  relay_sync_seconds: { kind: 'histogram', help: 'Time the store took to flush to disk.', buckets: LATENCY },
  relay_load_seconds: { kind: 'histogram', help: 'Time to load a document.', buckets: LATENCY },
  relay_store_errors_total: {
    kind: 'counter',
    help: 'Refusals of the store, by what was asked.',
    label: 'operation',
  },
  relay_nearly_full_total: { kind: 'counter', help: 'Times a document came near its bound.' },
  relay_compactions_total: { kind: 'counter', help: 'Documents compacted.' },
  relay_refusals_total: { kind: 'counter', help: 'Things refused, by reason.', label: 'reason' },
  relay_closes_total: { kind: 'counter', help: 'Connections the relay closed, by code.', label: 'code' },
  relay_presence_skipped_total: { kind: 'counter', help: 'Presence not sent to slow readers.' },
  relay_updates_held_total: { kind: 'counter', help: 'Updates held back and merged for slow readers.' },
  relay_node_messages_in_total: {
    kind: 'counter',
    help: 'Messages from other nodes, by kind.',
    label: 'kind',
  },
  relay_node_messages_out_total: {
    kind: 'counter',
    help: 'Messages to other nodes, by kind.',
    label: 'kind',
  },
  relay_catch_ups_total: {
    kind: 'counter',
    help: "Times other nodes' changes were loaded from the store, by why.",
    label: 'why',
  },
  relay_bus_up: { kind: 'gauge', help: 'Whether the bus between the nodes carries: 1 or 0.' },
} as const satisfies Record<string, MetricDescription>;

export type RelayMetricName = keyof typeof RELAY_METRICS;

type Named<Kind extends MetricDescription['kind']> = {
  [Name in RelayMetricName]: (typeof RELAY_METRICS)[Name]['kind'] extends Kind ? Name : never;
}[RelayMetricName];

/** Where the relay reports its figures. Calls are frequent and must not throw. */
export interface RelayMetrics {
  /** Adds to a counter; `label` where its description names one. */
  add(name: Named<'counter'>, amount?: number, label?: string): void;
  /** Moves a gauge by `change`. */
  move(name: Named<'gauge'>, change: number): void;
  /** Records one value of a histogram, in seconds. */
  observe(name: Named<'histogram'>, seconds: number): void;
}

/** For whoever wants no figures. */
export const noMetrics: RelayMetrics = {
  add() {},
  move() {},
  observe() {},
};
