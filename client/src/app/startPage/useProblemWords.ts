import { useText } from '../../i18n/index.ts';
import type { FieldProblem } from './problems.ts';

/** The words for what is wrong with a field: what it is, and what to do. */
export function useProblemWords(): (problem: FieldProblem) => string {
  const t = useText('welcome');
  return (problem) => {
    switch (problem.kind) {
      case 'too-long':
        return t('problem.too-long', { count: problem.over });
      case 'name-twice':
      case 'mark-twice':
        return t(`problem.${problem.kind}`, { other: problem.other });
      default:
        return t(`problem.${problem.kind}`);
    }
  };
}
