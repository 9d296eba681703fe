/** The texts of one room in one language: flat keys; `{{name}}` is filled in; a plural is `key_one` and `key_other`. */
export type Texts = Readonly<Record<string, string>>;

/** Exactly the keys of the Dutch texts: a missing or an extra one does not compile. */
export type Translation<T extends Texts> = { readonly [K in keyof T]: string };

type KeyOf<T> = Extract<keyof T, string>;

/** What {@link Translate} takes: a plural goes by its name without `_one` and `_other`. */
export type TextKey<T extends Texts> = {
  [K in KeyOf<T>]: K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
}[KeyOf<T>];

/** The Dutch text or texts behind a key, to see what it wants filled in. */
type Source<T extends Texts, K extends string> = T[Extract<keyof T, K | `${K}_one` | `${K}_other`>];

type Placeholders<S> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Only a count chooses between `_one` and `_other`, so a plural always wants one. */
type Needed<T extends Texts, K extends string> =
  | Placeholders<Source<T, K>>
  | (`${K}_other` extends keyof T ? 'count' : never);

/** `count` is a number: it chooses the plural. */
type Values<Names extends string> = { readonly [N in Names]: N extends 'count' ? number : string | number };

/** What must be given beside the key: nothing, or everything the Dutch text has between braces. */
export type ValuesFor<T extends Texts, K extends string> = [Needed<T, K>] extends [never]
  ? []
  : [Values<Needed<T, K>>];

/** Looks up a text of one room. */
export type Translate<T extends Texts> = <K extends TextKey<T>>(key: K, ...values: ValuesFor<T, K>) => string;
