import { textOn } from '../../ui/index.ts';
import type { Person } from './people.ts';

/** A person as a disc with initials, the partner's letter and colour at its edge. Decoration: words stand beside it. */
export function Avatar({ person }: { readonly person: Person }) {
  const { partner, initials, isMe } = person;
  return (
    <span className="board-avatar" data-me={isMe} aria-hidden="true">
      <span className="board-avatar-disc" style={partner && { borderColor: partner.color }}>
        {initials}
      </span>
      {partner === undefined ? null : (
        <span
          className="board-avatar-mark"
          style={{ backgroundColor: partner.color, color: textOn(partner.color) }}
        >
          {partner.mark}
        </span>
      )}
    </span>
  );
}
