import type { VNode } from 'preact';
import type { Centre } from '#contracts/centre.ts';
import { api } from '../../shared/api/api.ts';
import { Empty } from '../../shared/components/empty.tsx';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Flash } from '../../shared/staff/flash.tsx';
import { MoreRows } from '../../shared/staff/more-rows.tsx';
import { usePaged } from '../../shared/staff/use-paged.ts';
import { registry } from '../../shared/words/en/registry.ts';
import { CentreTag } from '../parts/centre-tag.tsx';
import { registryMe } from '../parts/registry-me.ts';

const words = registry.centres;

const Row = ({ centre }: { readonly centre: Omit<Centre, 'policy'> }): VNode => (
  <tr>
    <th scope="row">
      <a href={`/centres/${centre.id}`}>{centre.name}</a> <span class="quiet">{centre.id}</span>
    </th>
    <td>
      <CentreTag status={centre.status} />
    </td>
    <td>{centre.email}</td>
    <td>
      <PhoneLink phone={centre.phone} />
    </td>
  </tr>
);

/** The centres and their status. */
export function CentresPage(): VNode {
  const list = usePaged((cursor) => api('list-centres', { query: { cursor } }));
  const { items } = list;
  const { columns } = words;
  return (
    <Page title={words.title}>
      <Flash />
      {registryMe.may('put-centre') && (
        <p>
          <a class="button" href="/centres/new">
            {words.onboard}
          </a>
        </p>
      )}
      {items === undefined &&
        (list.failure === undefined ? <Waiting /> : <Failed failure={list.failure} onRetry={list.again} />)}
      {items?.length === 0 && (
        <Empty>
          <p>{words.empty}</p>
        </Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <>
          <p class="quiet">{words.count(items.length, list.more)}</p>
          <table class="table table-cards">
            <caption class="visually-hidden">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.status}</th>
                <th scope="col">{columns.email}</th>
                <th scope="col">{columns.phone}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((centre) => (
                <Row key={centre.id} centre={centre} />
              ))}
            </tbody>
          </table>
          <MoreRows list={list} />
        </>
      )}
    </Page>
  );
}
