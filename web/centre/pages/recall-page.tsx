import type { VNode } from 'preact';
import type { RecallPerson, RecallTrace } from '#contracts/recall.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { More } from '../../shared/components/more.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import type { PageProps } from '../../shared/router/routes.tsx';
import { Flash, goWith } from '../../shared/staff/flash.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreRecalls as words } from '../../shared/words/en/centre-recalls.ts';
import { useTrace } from '../model/use-trace.ts';
import { dayText } from '../parts/day-text.ts';
import { RecallPersonCard } from '../parts/recall-person.tsx';
import { staff } from '../parts/staff.ts';

type Recall = RecallTrace['recall'];

function EndRecall({ recall }: { readonly recall: Recall }): VNode {
  const form = useForm({});
  const save = useAct('put-recall', form);
  const submit = async (): Promise<void> => {
    const { id, productId, batch, since, note } = recall;
    const outcome = await save(({ mutationId }) => ({
      params: { id },
      body: { mutationId, productId, batch, since, note, ended: true },
    }));
    if (outcome.ok) goWith('/recalls', words.end.done);
  };
  return (
    <More summary={words.end.title}>
      <p>{words.end.text}</p>
      <Form form={form} onSubmit={submit}>
        <Submit form={form} warning>
          {words.end.submit}
        </Submit>
      </Form>
    </More>
  );
}

const isSettled = ({ contact }: RecallPerson): boolean =>
  contact?.state === 'acknowledged' || contact?.state === 'not-affected';

/** One recall: who used it, who holds it, of whom the record can't tell, and how far each has been told. */
export function RecallPage({ params }: PageProps): VNode {
  const id = params['id'] ?? '';
  const { recall, people, looked, isDone, failure, note, again } = useTrace(id);
  const groups = [
    {
      title: words.sure,
      none: words.sureNone,
      text: '',
      of: people.filter(({ blind }) => blind.length === 0),
    },
    {
      title: words.blind,
      none: isDone ? words.blindNone : '',
      text: words.blindText,
      of: people.filter(({ blind }) => blind.length > 0),
    },
  ];
  const open = people.filter((one) => !isSettled(one)).length;
  return (
    <Page
      title={recall === undefined ? words.title : words.row(recall.productName, recall.batch)}
      back="/recalls"
    >
      <Flash />
      {failure !== undefined && <Failed failure={failure} onRetry={again} />}
      {recall === undefined && failure === undefined && <Waiting />}
      {recall !== undefined && (
        <>
          <p>
            {recall.endedAt === undefined ? (
              <Tag kind="urgent">{words.since2(dayText(recall.since))}</Tag>
            ) : (
              <Tag>{words.over(dayText(recall.endedAt))}</Tag>
            )}{' '}
            {recall.note}
          </p>
          <p role="status">
            {isDone ? words.looked(looked) : words.looking(looked)} {words.left(open, people.length)}
          </p>
          {!staff.may('put-recall-contact') && <p class="quiet">{words.readOnly}</p>}
          {groups.map(({ title, none, text, of }) => (
            <section key={title} aria-label={title}>
              <h2>{title}</h2>
              {text !== '' && <p>{text}</p>}
              {of.length === 0 && <p class="quiet">{none}</p>}
              <ul class="recall-people">
                {of.map((person) => (
                  <RecallPersonCard
                    key={person.patient}
                    recall={id}
                    person={person}
                    onNoted={(contact) => {
                      note(person.patient, contact);
                    }}
                  />
                ))}
              </ul>
            </section>
          ))}
          {recall.endedAt === undefined && staff.may('put-recall') && <EndRecall recall={recall} />}
        </>
      )}
    </Page>
  );
}
