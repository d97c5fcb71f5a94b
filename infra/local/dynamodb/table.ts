/** A table as its template defines it, as far as others need to know. */
export interface Table {
  readonly name: string;
  readonly arn: string;
  /** As the template's policies and mappings name the stream; undefined when the table has none. */
  readonly streamArn: string | undefined;
  /** As the engine names it: another one whenever the stream was switched off and on. */
  readonly engineStreamArn: string | undefined;
  /** Name of the partition key's attribute: the table's own. */
  readonly partitionKey: string;
  /** The same for each index, by the index's name. */
  readonly indexPartitionKeys: ReadonlyMap<string, string>;
}
