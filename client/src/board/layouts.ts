import { layoutSheet, type SheetLayout } from '@samenbord/shared/layout';
import { LIMITS } from '@samenbord/shared/protocol';
import { TEMPLATE_KEYS, type TemplateKey } from '@samenbord/shared/template';

export type Layouts = Readonly<Record<TemplateKey, SheetLayout>>;

/**
 * Both sheets' geometry for these partners. A table that has not arrived, or of which partners cannot be
 * read, still has to be drawn without a crash: empty panels stand in up to the least number there is.
 */
export function layoutsFor(partners: readonly string[]): Layouts {
  const ids = [...partners];
  for (let n = 1; ids.length < LIMITS.minPartners; n += 1) {
    const placeholder = `partner-${n}`;
    if (!ids.includes(placeholder)) ids.push(placeholder);
  }
  return bySheet((key) => layoutSheet(key, ids));
}

/** One value for each sheet. */
export function bySheet<T>(make: (key: TemplateKey) => T): Readonly<Record<TemplateKey, T>> {
  return Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, make(key)])) as Record<TemplateKey, T>;
}
