import Presentation from 'lucide-react/icons/presentation';
import { useText } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';

/** The id of the facilitator's panel. */
export const FACILITATE_PANEL = 'facilitate';

interface FacilitateButtonProps {
  readonly open: boolean;
  readonly onPress: () => void;
}

/** Opens and closes the facilitator's panel. */
export function FacilitateButton({ open, onPress }: FacilitateButtonProps) {
  const t = useText('app');
  return (
    <Button
      className="board-facilitate"
      aria-expanded={open}
      aria-controls={open ? FACILITATE_PANEL : undefined}
      icon={<Presentation aria-hidden />}
      onClick={onPress}
    >
      {t('facilitate.open')}
    </Button>
  );
}
