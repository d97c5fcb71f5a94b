import type { VNode } from 'preact';
import type { Answer } from '../../shared/api/call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Flash } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { useCall } from '../../shared/api/use-call.ts';
import { registry } from '../../shared/words/en/registry.ts';
import { registryRecovery } from '../../shared/words/en/registry-recovery.ts';
import { registryMe } from '../parts/registry-me.ts';

const words = registryRecovery.team;
type Member = Answer<'list-registry-staff'>['items'][number];

function Row({ member }: { readonly member: Member }): VNode {
  const active = member.status === 'active';
  const self = member.account === registryMe.me.value?.account;
  return (
    <tr>
      <th scope="row">
        {member.displayName} {self && <span class="quiet">({words.you})</span>}
      </th>
      <td>{registry.jobs[member.job]}</td>
      <td>
        <Tag kind={active ? 'good' : 'plain'}>{active ? words.active : words.ended}</Tag>
      </td>
      <td>
        {active && !self && (
          <a href={`/team/${member.account}`} aria-label={words.helpFor(member.displayName)}>
            {words.help}
          </a>
        )}{' '}
        {member.recovery !== undefined && <span class="quiet">{words.waiting}</span>}
      </td>
    </tr>
  );
}

/** Who works at the registry, and who waits for help back in. */
export function TeamPage(): VNode {
  const list = useCall('list-registry-staff', {});
  if (!registryMe.may('list-registry-staff')) return <NotAllowed />;
  const { columns } = words;
  return (
    <Page title={words.title}>
      <Flash />
      {list.value === undefined &&
        (list.failure === undefined ? (
          <Waiting />
        ) : (
          <Failed failure={list.failure} onRetry={() => void list.again()} />
        ))}
      {list.value !== undefined && (
        <table class="table table-cards">
          <caption class="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.job}</th>
              <th scope="col">{columns.status}</th>
              <th scope="col">{columns.help}</th>
            </tr>
          </thead>
          <tbody>
            {list.value.items.map((member) => (
              <Row key={member.account} member={member} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
