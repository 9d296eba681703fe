/** The instruments, by the key that documents, presence and files use. Never renamed. */
export const TEMPLATE_KEYS = ['brengen-halen', 'partnermodel-canvas'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** Languages every text of an instrument and of the interface exists in. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language. */
export type Localized = Readonly<Record<Language, string>>;
