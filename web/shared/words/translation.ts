/** What another language has to say for English words of type `T`: every word, with the same arguments. */
export type Translation<T> = T extends (...given: infer Given) => unknown
  ? (...given: Given) => string
  : T extends readonly string[]
    ? readonly string[]
    : T extends string
      ? string
      : { readonly [K in keyof T]: Translation<T[K]> };

/** A translation that is still being made: what it lacks is read in English. */
export type PartialTranslation<T> = T extends (...given: infer Given) => unknown
  ? (...given: Given) => string
  : T extends readonly string[]
    ? readonly string[]
    : T extends string
      ? string
      : { readonly [K in keyof T]?: PartialTranslation<T[K]> | undefined };
