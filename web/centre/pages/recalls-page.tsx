import type { VNode } from 'preact';
import { More } from '../../shared/components/more.tsx';
import { Empty } from '../../shared/components/empty.tsx';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { useCall } from '../../shared/api/use-call.ts';
import { isDay } from '../../shared/dates/days.ts';
import { Form } from '../../shared/forms/form.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { Flash, goWith } from '../../shared/staff/flash.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreRecalls as words } from '../../shared/words/en/centre-recalls.ts';
import { productChoices } from '../model/product-choices.ts';
import { dayText, today } from '../parts/day-text.ts';
import { useProducts } from '../parts/products.ts';
import { staff } from '../parts/staff.ts';

function StartRecall(): VNode {
  const products = useProducts() ?? [];
  const form = useForm({ productId: '', batch: '', since: today(), note: '' });
  const names = namesOf({
    productId: words.product,
    batch: words.batch,
    since: words.since,
    note: words.note,
  });
  const save = useAct('put-recall', form, names);
  const submit = async (): Promise<void> => {
    const { since, ...texts } = form.values;
    const said = { ...texts, batch: texts.batch.trim(), note: texts.note.trim() };
    const empty = emptyFields({ ...said, since: isDay(since) ? since : '' }, names);
    if (Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await save(({ mutationId, id }) => ({
      params: { id },
      body: { mutationId, ...said, since, ended: false },
    }));
    if (outcome.ok) goWith(`/recalls/${outcome.value.id}`, words.started);
  };
  return (
    <More summary={words.start}>
      <Form form={form} onSubmit={submit}>
        <SelectField
          {...form.text('productId')}
          {...required(words.product)}
          none={words.choose}
          groups={productChoices(products)}
        />
        <TextField {...form.text('batch')} {...required(words.batch)} maxLength={20} width={20} />
        <TextField {...form.text('since')} {...required(words.since)} type="date" width={10} max={today()} />
        <TextField {...form.text('note')} {...required(words.note)} maxLength={300} />
        <Submit form={form} warning>
          {words.start}
        </Submit>
      </Form>
    </More>
  );
}

/** The batches that the centre calls back, and those it no longer does. */
export function RecallsPage(): VNode {
  const list = useCall('list-recalls', {});
  const items = list.value?.items;
  return (
    <Page title={words.title}>
      <Flash />
      <p>{words.intro}</p>
      {staff.may('put-recall') && <StartRecall />}
      {items === undefined &&
        (list.failure === undefined ? (
          <Waiting />
        ) : (
          <Failed failure={list.failure} onRetry={() => void list.again()} />
        ))}
      {items?.length === 0 && (
        <Empty>
          <p>{words.empty}</p>
        </Empty>
      )}
      <ul class="recall-people">
        {items?.map(({ id, productName, batch, since, note, endedAt }) => (
          <li key={id} class="card">
            <p>
              <a href={`/recalls/${id}`}>
                <bdi>{words.row(productName, batch)}</bdi>
              </a>{' '}
              {endedAt === undefined ? (
                <Tag kind="urgent">{words.since2(dayText(since))}</Tag>
              ) : (
                <Tag>{words.over(dayText(endedAt))}</Tag>
              )}
            </p>
            <p>{note}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
