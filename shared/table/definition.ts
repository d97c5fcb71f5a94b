/** The one table's keys and indexes. The CDK table and the local table are both made from this and from nothing else. */
export interface TableDefinition {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Attribute with the epoch second at which an item may be removed by DynamoDB. */
  readonly timeToLive: string;
  readonly localIndexes: Readonly<Record<string, { readonly sortKey: string }>>;
  readonly globalIndexes: Readonly<
    Record<
      string,
      {
        readonly partitionKey: string;
        readonly sortKey: string;
        /** What a reader of the index gets without a second read; keys always. */
        readonly projection: 'keys' | 'all' | readonly string[];
        readonly answers: string;
      }
    >
  >;
}

/** How long an item is kept, and why: shown on the data-model page. */
export interface Retention {
  readonly keep: string;
  readonly why: string;
}
