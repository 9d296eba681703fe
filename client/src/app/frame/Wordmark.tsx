/** The product's name with its sign: four stickers that make one square. A name is the same in every language. */
export function Wordmark() {
  return (
    <span className="app-wordmark">
      <Sign />
      <span className="app-wordmark-name">{NAME}</span>
    </span>
  );
}

const NAME = 'Samenbord';

/** The sign alone, for where there is no room for the name. */
export function Sign() {
  return (
    <svg viewBox="0 0 32 32" className="app-sign" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0B5C66" />
      <rect x="5.5" y="5.5" width="9.5" height="9.5" rx="1.5" fill="#fff" />
      <rect x="17" y="5.5" width="9.5" height="9.5" rx="1.5" fill="#E69F00" />
      <rect x="5.5" y="17" width="9.5" height="9.5" rx="1.5" fill="#56B4E9" />
      <rect x="17" y="17" width="9.5" height="9.5" rx="1.5" fill="#fff" />
    </svg>
  );
}
