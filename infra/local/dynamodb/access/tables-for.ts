import type { Cloud } from '../../cloud.ts';
import type { RoleCaller } from '../../iam/identify.ts';
import type { Table } from '../table.ts';
import type { Tables } from './table-calls.ts';

const ATTRIBUTES = /dynamodb:attributes/iu;

/** A table that no template makes: it has an ARN all the same, so that the call can be refused like any other. */
const unknownTable = (name: string, cloud: Cloud): Table => {
  const [known] = cloud.tables.values();
  const prefix = known?.arn.replace(/[^/]*$/u, '') ?? 'arn:aws:dynamodb:eu-west-2:000000000000:table/';
  return {
    name,
    arn: `${prefix}${name}`,
    streamArn: undefined,
    engineStreamArn: undefined,
    partitionKey: '',
    indexPartitionKeys: new Map(),
  };
};

/**
 * What deciding about a caller's operations needs to know of the tables. Attributes are only looked for where a policy
 * that has a say asks about them: reading all expressions of all calls costs more than it is worth.
 */
export function tablesFor(cloud: () => Cloud): (caller: RoleCaller) => Tables {
  const asking = new WeakMap<RoleCaller['role'], boolean>();
  const asks = ({ role, policy }: RoleCaller): boolean => {
    if (policy !== undefined && ATTRIBUTES.test(JSON.stringify(policy.document))) return true;
    const known = asking.get(role);
    if (known !== undefined) return known;
    const found = ATTRIBUTES.test(JSON.stringify([role.policies, role.boundary]));
    asking.set(role, found);
    return found;
  };
  return (caller) => ({
    // A table can be named by its ARN too.
    table: (name) => {
      const bare = name.slice(name.lastIndexOf('/') + 1);
      return cloud().tables.get(bare) ?? unknownTable(bare, cloud());
    },
    asksForAttributes: asks(caller),
  });
}
