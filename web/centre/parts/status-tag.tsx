import type { VNode } from 'preact';
import type { DeliveryStatus, RecordingStage } from '#domain/vocabulary.ts';
import { Tag } from '../../shared/components/tag.tsx';
import { centre } from '../../shared/words/en/centre.ts';

type Kind = 'plain' | 'good' | 'attention' | 'urgent' | 'paused';

const stages: Readonly<Record<RecordingStage, Kind>> = {
  'not-started': 'plain',
  'up-to-date': 'good',
  due: 'plain',
  reminded: 'attention',
  lapsed: 'urgent',
  'at-risk': 'urgent',
  paused: 'paused',
  stopped: 'plain',
};
const deliveries: Readonly<Record<DeliveryStatus, Kind>> = {
  none: 'plain',
  active: 'good',
  'at-risk': 'urgent',
  suspended: 'attention',
};

/** A recording status in words. */
export const StageTag = ({ stage }: { readonly stage: RecordingStage }): VNode => (
  <Tag kind={stages[stage]}>{centre.stages[stage]}</Tag>
);

/** A delivery status in words. */
export const DeliveryTag = ({ status }: { readonly status: DeliveryStatus }): VNode => (
  <Tag kind={deliveries[status]}>{centre.deliveries[status]}</Tag>
);
