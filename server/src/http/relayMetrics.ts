import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import {
  type MetricDescription,
  RELAY_METRICS,
  type RelayMetricName,
  type RelayMetrics,
} from '../relay/metrics.ts';

/** Registers the relay's figures and gives it where to report them. */
export function relayMetrics(registry: Registry): RelayMetrics {
  const registers = [registry];
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  const described: [string, MetricDescription][] = Object.entries(RELAY_METRICS);
  for (const [name, { kind, help, label, buckets }] of described) {
    const common = { name, help, registers };
    if (kind === 'counter')
      counters.set(name, new Counter({ ...common, labelNames: label === undefined ? [] : [label] }));
    else if (kind === 'gauge') gauges.set(name, new Gauge(common));
    else histograms.set(name, new Histogram({ ...common, buckets: [...(buckets ?? [])] }));
  }
  const labelOf = (name: RelayMetricName): string | undefined => {
    const description: MetricDescription = RELAY_METRICS[name];
    return description.label;
  };
  return {
    add(name, amount = 1, label) {
      const key = labelOf(name);
      if (key === undefined) counters.get(name)?.inc(amount);
      else counters.get(name)?.inc({ [key]: label ?? 'other' }, amount);
    },
    move: (name, change) => gauges.get(name)?.inc(change),
    observe: (name, seconds) => histograms.get(name)?.observe(seconds),
  };
}
