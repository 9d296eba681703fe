import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { RELAY_FIGURES, type RelayFigures } from '../relay/figures.ts';
import { type MetricDescription, RELAY_METRICS, type RelayMetrics } from '../relay/metrics.ts';

/** Registers the figures that the relay is asked for when somebody reads them. */
export function relayFigures(registry: Registry, figures: () => RelayFigures): void {
  for (const [name, help] of Object.entries(RELAY_FIGURES)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(figures()[name as keyof RelayFigures]);
      },
    });
  }
}

/** Counts of one counter by the value of its label; of one without a label, under `''`. */
type Counts = Map<string, number>;

/**
 * Registers the relay's figures and gives it where to report them. It counts several times per message, so
 * counts are plain numbers here, and only become those of the registry when it is read.
 */
export function relayMetrics(registry: Registry): RelayMetrics {
  const registers = [registry];
  const counters = new Map<string, Counts>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  const described: [string, MetricDescription][] = Object.entries(RELAY_METRICS);
  for (const [name, { kind, help, label, buckets }] of described) {
    const common = { name, help, registers };
    if (kind === 'counter') {
      const counts: Counts = label === undefined ? new Map([['', 0]]) : new Map();
      counters.set(name, counts);
      new Counter({
        ...common,
        labelNames: label === undefined ? [] : [label],
        collect() {
          this.reset();
          for (const [value, count] of counts) this.inc(label === undefined ? {} : { [label]: value }, count);
        },
      });
    } else if (kind === 'gauge') gauges.set(name, new Gauge(common));
    else histograms.set(name, new Histogram({ ...common, buckets: [...(buckets ?? [])] }));
  }
  return {
    add(name, amount = 1, label = '') {
      const counts = counters.get(name);
      counts?.set(label, (counts.get(label) ?? 0) + amount);
    },
    move: (name, change) => gauges.get(name)?.inc(change),
    observe: (name, seconds) => histograms.get(name)?.observe(seconds),
  };
}
