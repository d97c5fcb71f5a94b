import type { VNode } from 'preact';
import { useCall } from '../../shared/api/use-call.ts';
import { Empty } from '../../shared/components/empty.tsx';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Flash } from '../../shared/staff/flash.tsx';
import { registry } from '../../shared/words/en/registry.ts';
import { registryMe } from '../parts/registry-me.ts';
import { StatementText } from '../parts/statement-text.tsx';

const words = registry.statement;

/** The privacy statement in force, as everybody reads it. */
export function StatementPage(): VNode {
  const reading = useCall('get-statement', {});
  const none = reading.failure?.code === 'not-found';
  return (
    <Page title={words.title} narrow>
      <Flash />
      {registryMe.may('put-statement') && (reading.value !== undefined || none) && (
        <p>
          <a class="button button-second" href="/statement/next">
            {words.publish}
          </a>
        </p>
      )}
      {reading.value !== undefined && <StatementText statement={reading.value} />}
      {none && (
        <Empty>
          <p>{words.none}</p>
        </Empty>
      )}
      {reading.value === undefined && !none && (
        <>
          {reading.failure === undefined ? (
            <Waiting />
          ) : (
            <Failed failure={reading.failure} onRetry={() => void reading.again()} />
          )}
        </>
      )}
    </Page>
  );
}
