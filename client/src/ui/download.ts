/** Time in ms that a browser gets to read the file before its memory is given back. */
const KEPT = 60_000;

/** Gives a file to the browser's downloads under this name. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // There is no sign of when the browser is done with it.
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
