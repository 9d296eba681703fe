export { Button, type ButtonProps, IconButton, type IconButtonProps } from './Button.tsx';
export { CopyButton, type CopyButtonProps } from './CopyButton.tsx';
export { contrast, textOn } from './contrast.ts';
export { copyText } from './copyText.ts';
export { Field, FieldError, type FieldProps } from './Field.tsx';
export { fetchAhead, fetched } from './fetched.tsx';
export { type Fetching, fetching, useFetched } from './fetching.ts';
export type { MenuItem } from './menuItem.ts';
export { Notices } from './Notices.tsx';
export { announce, dismiss, notify } from './notices.ts';
export { PartnerMark, type PartnerMarkProps } from './PartnerMark.tsx';
export { MenuButton, type OpenerProps, Popover } from './Popover.tsx';
export { COLORS, type ColorName } from './partnerColors.ts';
export { type Tab, Tabs, tabId } from './Tabs.tsx';
export { useReadable } from './useReadable.ts';
export { VisuallyHidden } from './VisuallyHidden.tsx';
export {
  type EditResult,
  isTooMuch,
  keepLostText,
  takeBack,
  useFollowedText,
  useWritingTrouble,
  type WrittenText,
} from './writing.ts';
// Dialog is not here: it brings a library along. Import './Dialog.tsx' in what `fetched` fetches. Nor is
// WritingField, which only rooms need that are fetched later.
