/**
 * Lets the page handle what people do before the work goes on. A message comes at once also in a tab that is
 * not in view, where timers are slowed to one a second.
 */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
