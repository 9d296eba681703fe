import type { ReactNode } from 'react';
import './hidden.css';

/** Read aloud, not seen. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="sb-hidden">{children}</span>;
}
