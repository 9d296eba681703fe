import type { Locator, Page } from '@playwright/test';
import type { PictureResponse } from '@samenbord/shared/protocol';
import type { BoardPage } from './boardPage.ts';
import { decodePng, difference, parseHex } from './pixels.ts';

/** A file that somebody pastes or drops. */
export interface GivenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Pastes a file on the sheet or drops it in the middle, by the events a browser makes of that. */
export async function bring(board: BoardPage, how: 'paste' | 'drop', file: GivenFile): Promise<void> {
  const box = await board.stage.boundingBox();
  if (box === null) throw new Error('there is no sheet');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await board.page.evaluate(
    ({ way, name, type, base64, x, y }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      const shared = { bubbles: true, cancelable: true };
      const event =
        way === 'paste'
          ? new ClipboardEvent('paste', { ...shared, clipboardData: data })
          : new DragEvent('drop', { ...shared, dataTransfer: data, clientX: x, clientY: y });
      (document.querySelector('.canvas') ?? document.body).dispatchEvent(event);
    },
    { way: how, name: file.name, type: file.type, base64: file.bytes.toString('base64'), ...at },
  );
}

/** A PNG of one colour. */
export async function drawnPicture(
  page: Page,
  { width, height, color }: { readonly width: number; readonly height: number; readonly color: string },
): Promise<GivenFile> {
  const base64 = await page.evaluate(
    async ({ w, h, fill }) => {
      const canvas = new OffscreenCanvas(w, h);
      const ctx = canvas.getContext('2d');
      if (ctx === null) throw new Error('no canvas');
      ctx.fillStyle = fill;
      ctx.fillRect(0, 0, w, h);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    },
    { w: width, h: height, fill: color },
  );
  return { name: 'image.png', type: 'image/png', bytes: Buffer.from(base64, 'base64') };
}

/** A JPEG of this many pixels, as a camera makes one. */
export async function photograph(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ w, h }) => {
      const canvas = new OffscreenCanvas(w, h);
      const ctx = canvas.getContext('2d');
      if (ctx === null) throw new Error('no canvas');
      for (let i = 0; i < 400; i += 1) {
        ctx.fillStyle = `hsl(${i * 7} 60% 50%)`;
        ctx.fillRect((i % 20) * (w / 20), Math.floor(i / 20) * (h / 20), w / 20, h / 20);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 });
      const reader = new FileReader();
      return new Promise<string>((resolve) => {
        reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
        reader.readAsDataURL(blob);
      });
    },
    { w: width, h: height },
  );
  return Buffer.from(base64, 'base64');
}

/** A drawing of one colour that tries everything else a drawing could. */
export function hostileSvg(color: string): Buffer {
  const evil = 'http://evil.example/';
  return Buffer.from(`<?xml version="1.0"?><?xml-stylesheet href="${evil}pi.css"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${evil}svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:base="${evil}"
  width="99999999999" height="66666666666" viewBox="0 0 300 200" onload="window.hacked = 1">
  <script>window.hacked = 1; document.title = 'hacked'; fetch('${evil}script')</script>
  <script href="${evil}a.js"/>
  <style>@import url("${evil}import.css"); rect { fill: red }</style>
  <style>circle { fill: \\75rl(${evil}escaped) }</style>
  <style>.seen { fill: ${color} }</style>
  <style>.far { background: url( '${evil}css.png' ) } rect { fill: red }</style>
  <foreignObject width="300" height="200">
    <body xmlns="http://www.w3.org/1999/xhtml" onload="window.hacked = 1"><iframe src="${evil}frame"/>
    <img src="${evil}img" onerror="window.hacked = 1"/></body>
  </foreignObject>
  <image href="${evil}image.png" width="9" height="9"/>
  <image xlink:href="//evil.example/image2.png" width="9" height="9"/>
  <image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>
  <use xlink:href="${evil}other.svg#a"/>
  <a xlink:href="javascript:window.hacked = 1"><rect width="10" height="10" fill="red"/></a>
  <filter id="f"><feImage href="${evil}fe.png"/><feGaussianBlur stdDeviation="9999"/></filter>
  <rect width="300" height="200" class="seen" style="opacity: 1" filter="url(#f)" onclick="window.hacked = 1"/>
  <path d="M0 0h3v3z" fill="url(${evil}fill.svg#p)"/>
  <path d="M0 0h3v3z" style="fill: url('${evil}style.svg#p')"/>
  <animate attributeName="href" to="${evil}animate" begin="0s"/>
  <set attributeName="onmouseover" to="window.hacked = 1"/>
</svg>`);
}

export interface KeptPicture {
  readonly type: string;
  /** Pixels along the longer side, as this browser reads it. */
  readonly longest: number;
}

/** Follows what this page brings to the server. @returns reads what the server has of it, in order */
export function keptPictures(page: Page): () => Promise<readonly KeptPicture[]> {
  const answers: Promise<{ readonly url: string; readonly body: PictureResponse }>[] = [];
  page.on('response', (response) => {
    if (response.request().method() !== 'POST' || !response.url().endsWith('/pictures')) return;
    answers.push(response.json().then((body: PictureResponse) => ({ url: response.url(), body })));
  });
  return async () => {
    const kept: KeptPicture[] = [];
    for (const { url, body } of await Promise.all(answers)) {
      const longest = await page.evaluate(async (address) => {
        const bitmap = await createImageBitmap(await (await fetch(address)).blob());
        return Math.max(bitmap.width, bitmap.height);
      }, `${url}/${body.hash}`);
      kept.push({ type: body.type, longest });
    }
    return kept;
  };
}

/** Whether the middle of a sticker is drawn in this colour. */
export async function showsColor(board: BoardPage, sticker: Locator, color: string): Promise<boolean> {
  const box = await sticker.first().boundingBox();
  if (box === null) return false;
  const picture = await board.picture(box);
  const { colors } = await decodePng(board.page, picture, [{ x: box.width / 2, y: box.height / 2 }]);
  const [middle] = colors;
  return middle !== undefined && difference(middle, parseHex(color)) < 8;
}
