/**
 * Puts text on the clipboard.
 * @returns false when the browser does not allow it (no permission, no secure page): then the person must
 * be able to select the text
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, which works on pages without https, such as a board served inside an office network. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'sb-hidden';
  // Inside an open dialog: elsewhere its focus trap would take the selection away.
  const home = focused?.closest('[role="dialog"]') ?? document.body;
  home.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
