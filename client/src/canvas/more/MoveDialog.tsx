import { parseRegionId, type RegionId } from '@samenbord/shared/layout';
import { type Language, TEMPLATES, type TemplateKey } from '@samenbord/shared/template';
import { useState } from 'react';
import { fieldName } from '../../board/fieldName.ts';
import { useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { announce, Button, Tabs } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';
import { moveInto } from './arranging.ts';
import './more.css';

interface MoveDialogProps {
  readonly model: CanvasModel;
  readonly ids: readonly string[];
  /** The sheets that are open to this person. */
  readonly sheets: readonly TemplateKey[];
  readonly language: Language;
  readonly onClose: () => void;
}

const PANEL = 'move-fields';

/** Where stickers are to go, without dragging: a field of either sheet. */
export function MoveDialog({ model, ids, sheets: open, language, onClose }: MoveDialogProps) {
  const t = useText('tools');
  const [sheet, setSheet] = useState<TemplateKey>(model.sheet().key);
  const { partners, sheets } = model.view();
  const { layout } = sheets[sheet];
  const name = (region: RegionId) => fieldName(layout, region, partners, language);
  const move = (region: RegionId): void => {
    moveInto(model, ids, sheet, region);
    announce(t('move.done', { count: ids.length, field: name(region) }));
    onClose();
  };
  const shared = layout.regions.filter(({ id }) => parseRegionId(id).partner === undefined);
  const panels = partners.map((partner) => ({
    partner,
    regions: layout.regions.filter(({ id }) => parseRegionId(id).partner === partner.id),
  }));
  return (
    <Dialog title={t('move.title', { count: ids.length })} onClose={onClose}>
      <Tabs
        label={t('move.sheets')}
        tabs={open.map((key) => ({
          key,
          label: TEMPLATES[key].title[language],
          short: TEMPLATES[key].title[language],
        }))}
        chosen={sheet}
        onChoose={setSheet}
        panel={PANEL}
      />
      <div id={PANEL} role="tabpanel" className="canvas-move">
        <div className="canvas-move-group">
          {shared.map(({ id }) => (
            <Button key={id} onClick={() => move(id)}>
              {name(id)}
            </Button>
          ))}
        </div>
        {panels
          .filter(({ regions }) => regions.length > 0)
          .map(({ partner, regions }) => (
            <section key={partner.id} aria-label={partner.name}>
              <h3>{partner.name}</h3>
              <div className="canvas-move-group">
                {regions.map(({ id, field }) => (
                  <Button key={id} aria-label={name(id)} onClick={() => move(id)}>
                    {field.label[language]}
                  </Button>
                ))}
              </div>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
