/**
 * Figures that are looked up when somebody asks, by the name under which Prometheus sees them. Whoever serves
 * `/metrics` registers these beside {@link RELAY_METRICS}.
 */
export const RELAY_FIGURES = {
  relay_unsaved_seconds: 'Age of the oldest change that is not on disk; 0 when all are.',
  relay_coalescing_ratio:
    'Changes and presence that a person gets with one message, of the last 15 to 30 s; 0 for none.',
  relay_store_queue_bytes: 'Bytes of changes that wait to be written.',
  relay_reader_queue_bytes: 'Bytes that readers have not taken yet, on their sockets and held back.',
} as const;

export type RelayFigures = Readonly<Record<keyof typeof RELAY_FIGURES, number>>;

/** Those of a single room. */
export type RoomFigures = Omit<RelayFigures, 'relay_coalescing_ratio'>;

/** Of many rooms: the oldest, and the sums. */
export function togetherIn(all: readonly RoomFigures[]): RoomFigures {
  const sum = (name: keyof RoomFigures) => all.reduce((total, figures) => total + figures[name], 0);
  return {
    relay_unsaved_seconds: all.reduce((oldest, one) => Math.max(oldest, one.relay_unsaved_seconds), 0),
    relay_store_queue_bytes: sum('relay_store_queue_bytes'),
    relay_reader_queue_bytes: sum('relay_reader_queue_bytes'),
  };
}
