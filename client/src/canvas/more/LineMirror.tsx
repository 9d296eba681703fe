import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { LinkView } from '../../board/types.ts';
import type { LinkLine } from '../../drawing/index.ts';
import { useText } from '../../i18n/index.ts';
import { useReadable } from '../../ui/index.ts';
import { ACTS, type ActContext } from '../acts.ts';
import { lineName } from './lineNames.ts';
import './more.css';

/** As many lines have an element: Tab must still come past them. */
const MOST = 200;

interface LineMirrorProps {
  readonly lineOf: (id: string) => LinkLine | undefined;
  readonly context: ActContext;
  /** The canvas's own element. */
  readonly home: HTMLElement;
  readonly onClose: () => void;
}

/**
 * The lines for those who do not see them or do not point: behind the stickers in the order of Tab, each at the
 * middle of its line. Focus selects it, Enter goes to what can be done with it, Delete takes it away.
 */
export function LineMirror({ context, home, lineOf }: LineMirrorProps) {
  const t = useText('tools');
  const kindName = useText('canvas');
  const { model } = context;
  const view = useReadable(model.board.view);
  const chosen = useReadable(model.lines.chosen);
  const sheet = useReadable(model.shownSheet);
  const [host] = useState(newGroup);
  const [root] = useState(() => home.querySelector('.canvas-mirror'));
  const label = t('line.group');
  useEffect(() => host.setAttribute('aria-label', label), [host, label]);
  useEffect(() => {
    root?.append(host);
    return () => host.remove();
  }, [root, host]);
  // What stickers have their element in comes and goes: lines stay behind it.
  useEffect(() => {
    if (root && root.lastElementChild !== host && !host.contains(document.activeElement)) root.append(host);
  });
  const isHere = ({ from, to }: LinkView): boolean =>
    view.byId.get(from)?.sheet === sheet && view.byId.get(to)?.sheet === sheet;
  const lines = view.links.filter(isHere).slice(0, MOST);
  return createPortal(
    lines.map((link) => (
      <button
        key={link.id}
        type="button"
        className="canvas-mirror-label canvas-mirror-line"
        data-link-id={link.id}
        aria-label={lineName(model, link, t, kindName)}
        aria-pressed={link.id === chosen}
        style={spotOf(lineOf(link.id))}
        onFocus={() => {
          if (model.lines.chosen.get() !== link.id) model.lines.choose(link.id);
        }}
        onClick={({ detail }) => {
          if (detail === 0) ACTS.tools(context);
        }}
      />
    )),
    host,
  );
}

/** Beside the fields' own groups, which no render knows of. */
function newGroup(): HTMLElement {
  const group = document.createElement('section');
  group.setAttribute('role', 'group');
  return group;
}

function spotOf(line: LinkLine | undefined) {
  const at = line?.tag ?? line?.curve.middle;
  return at && { left: at.x, top: at.y };
}
