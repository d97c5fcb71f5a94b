import type { VNode } from 'preact';
import type { Centre } from '#contracts/centre.ts';
import { Tag } from '../../shared/components/tag.tsx';
import { registry } from '../../shared/words/en/registry.ts';

/** A centre's status in words. */
export const CentreTag = ({ status }: { readonly status: Centre['status'] }): VNode => (
  <Tag kind={status === 'active' ? 'good' : 'urgent'}>{registry.centres[status]}</Tag>
);
