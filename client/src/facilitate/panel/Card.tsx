import { type ReactNode, useId } from 'react';

interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One subject of the panel, under its heading. */
export function Card({ title, children }: CardProps) {
  const heading = useId();
  return (
    <section className="facilitate-card" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {children}
    </section>
  );
}
