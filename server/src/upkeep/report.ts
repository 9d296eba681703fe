/** One thing that a check found. */
export interface Finding {
  /**
   * `damage`: something is lost or cannot be read. `refused`: a document that cannot be opened, and that a repair
   * leaves as it is. `note`: worth knowing, and no harm.
   */
  readonly kind: 'damage' | 'refused' | 'note';
  readonly where: string;
  readonly what: string;
  /** What was done about it; `undefined` while nothing was. */
  readonly done?: string;
}

/** What a check looked at and what it found. */
export interface Report {
  readonly place: string;
  readonly boards: number;
  readonly documents: number;
  readonly updates: number;
  readonly links: number;
  readonly pictures: number;
  readonly notes: number;
  readonly findings: readonly Finding[];
  readonly repairing: boolean;
}

/** How a command ends. */
export const EXIT = {
  /** All is well, or was set right. */
  well: 0,
  /** Something is damaged, or stays refused after a repair. */
  damaged: 1,
  /** The command could not do its work; nothing was changed. */
  failed: 2,
} as const;

export function exitCode({ findings }: Report): number {
  const left = findings.some(
    ({ kind, done }) => kind === 'refused' || (kind === 'damage' && done === undefined),
  );
  return left ? EXIT.damaged : EXIT.well;
}

/** The report as lines for people. */
export function describe(report: Report): string {
  const { place, findings, repairing } = report;
  const counts = (['boards', 'documents', 'updates', 'links', 'pictures', 'notes'] as const)
    .map((what) => `${report[what]} ${what}`)
    .join(', ');
  const lines = findings.flatMap(({ kind, where, what, done }) => [
    `${kind.padEnd(8)} ${where}: ${what}`,
    ...(done === undefined ? [] : [`         -> ${done}`]),
  ]);
  return [`Checked ${place}: ${counts}.`, ...lines, verdict(findings, repairing)].join('\n');
}

function verdict(findings: readonly Finding[], repairing: boolean): string {
  const of = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind);
  const [damage, refused] = [of('damage'), of('refused')];
  if (damage.length + refused.length === 0) return 'Nothing is damaged.';
  const open = damage.filter(({ done }) => done === undefined).length;
  const lines: string[] = [];
  if (open > 0 && !repairing)
    lines.push(
      `${open} damaged. With --repair what cannot be read is set aside, so that the rest opens again.`,
    );
  else if (open > 0) lines.push(`${open} damaged, and not to be set right here: restore a backup.`);
  if (damage.length > open) lines.push(`${damage.length - open} set right; what was set aside is kept.`);
  if (refused.length > 0)
    lines.push(
      `${refused.length} cannot be opened and stay refused, so that nobody goes on with an emptier board. Bring them back from a backup (restore --board); all other boards work.`,
    );
  return lines.join('\n');
}
