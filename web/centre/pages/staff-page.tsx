import type { VNode } from 'preact';
import { api } from '../../shared/api/api.ts';
import type { Answer } from '../../shared/api/call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Flash } from '../../shared/staff/flash.tsx';
import { MoreRows } from '../../shared/staff/more-rows.tsx';
import { usePaged } from '../../shared/staff/use-paged.ts';
import { centre } from '../../shared/words/en/centre.ts';
import { centreAccounts } from '../../shared/words/en/centre-accounts.ts';
import { ActLink } from '../parts/act-link.tsx';
import { CellLabel } from '../parts/cell-label.tsx';
import { dayText } from '../parts/day-text.ts';
import { staff } from '../parts/staff.ts';

const words = centreAccounts.staff;
type Member = Answer<'list-staff'>['items'][number];

function Row({ member }: { readonly member: Member }): VNode {
  const active = member.status === 'active';
  const self = member.account === staff.me.value?.account;
  return (
    <tr>
      <th scope="row">
        {member.displayName} {self && <span class="quiet">({words.you})</span>}
      </th>
      <td>{centre.jobs[member.job]}</td>
      <td>
        <Tag kind={active ? 'good' : 'plain'}>{active ? words.active : words.ended}</Tag>
      </td>
      <td class="quiet">
        <CellLabel>{words.columns.since}</CellLabel>
        {dayText(member.since)}
      </td>
      <td>
        {active && (
          <ActLink
            act="put-staff"
            href={`/staff/${member.account}`}
            label={words.change}
            full={words.changeOf(member.displayName)}
          />
        )}
      </td>
    </tr>
  );
}

/** The colleagues of this centre with their jobs. */
export function StaffPage(): VNode {
  const list = usePaged((cursor) => api('list-staff', { query: { cursor } }));
  const { columns } = words;
  return (
    <Page title={words.title}>
      <Flash />
      <p>
        <ActLink act="invite-staff" href="/staff/invite" label={words.invite} button />
      </p>
      {list.items === undefined ? (
        list.failure === undefined ? (
          <Waiting />
        ) : (
          <Failed failure={list.failure} onRetry={list.again} />
        )
      ) : (
        <>
          <table class="table table-cards">
            <caption class="visually-hidden">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.job}</th>
                <th scope="col">{columns.status}</th>
                <th scope="col">{columns.since}</th>
                <th scope="col">
                  <span class="visually-hidden">{columns.act}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((member) => (
                <Row key={member.account} member={member} />
              ))}
            </tbody>
          </table>
          <MoreRows list={list} />
        </>
      )}
    </Page>
  );
}
