import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { RequestView } from '#contracts/rights.ts';
import { REQUEST_KINDS } from '#domain/vocabulary.ts';
import { api } from '../../shared/api/api.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import { newId } from '../../shared/api/new-id.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { useProof } from '../../shared/session/use-proof.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { rightsWords } from '../../shared/words/en/rights.ts';
import { DiaryChooser } from '../home/diary-chooser.tsx';
import { type DiaryLink, person } from '../state/me.ts';

function AskForm({ link, onSent }: { readonly link: DiaryLink; readonly onSent: () => void }): VNode {
  const words = rightsWords.requests;
  const form = useForm({ what: '', text: '' });
  const [ids, setIds] = useState(() => ({ id: newId(), mutationId: newId() }));
  const [isSent, setSent] = useState(false);
  const { withProof, box } = useProof();
  const submit = async (): Promise<void> => {
    setSent(false);
    const what = REQUEST_KINDS.find((kind) => kind === form.values.what);
    if (what === undefined) {
      form.refuse({ what: words.choose });
      return;
    }
    const { id, mutationId } = ids;
    const text = form.values.text.trim();
    const outcome = await withProof((proof) =>
      api('put-request', {
        params: { c: link.centre, p: link.patient, id },
        body: { mutationId, what, ...(text === '' ? {} : { text }), ...proof },
      }),
    );
    if (outcome === undefined) return;
    if (!outcome.ok) {
      form.refuseWith(outcome.failure);
      return;
    }
    form.refuse({});
    // A second press must not ask the same once more.
    form.set({ what: '', text: '' });
    setIds({ id: newId(), mutationId: newId() });
    setSent(true);
    onSent();
  };
  return (
    <>
      <Form why="requests" form={form} onSubmit={submit}>
        <Radios
          {...form.text('what')}
          label={words.what}
          choices={REQUEST_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <TextArea {...form.text('text')} label={words.text} hint={words.textWhy} optional maxLength={1000} />
        <p class="quiet">{words.kept}</p>
        <Submit form={form}>{words.send}</Submit>
        {isSent && (
          <Notice kind="success" live>
            <p>{words.sent}</p>
          </Notice>
        )}
      </Form>
      {box}
    </>
  );
}

function Asked({ one }: { readonly one: RequestView }): VNode {
  const words = rightsWords.requests;
  return (
    <li class="entry">
      <p class="entry-title">{words.kinds[one.what]}</p>
      <p>
        {words.asked(dayWords.instant(one.askedAt))} {words.states[one.state]}
      </p>
      {one.text !== undefined && (
        <p>
          {words.youWrote}: <bdi>{one.text}</bdi>
        </p>
      )}
      {one.answer !== undefined && (
        <p>
          <strong>{words.answer}:</strong> <bdi>{one.answer}</bdi>
        </p>
      )}
    </li>
  );
}

function Requests({ link }: { readonly link: DiaryLink }): VNode {
  const words = rightsWords.requests;
  const [outcome, setOutcome] = useState<Outcome<{ readonly items: readonly RequestView[] }> | undefined>();
  const read = async (): Promise<void> => {
    setOutcome(await api('list-requests', { params: { c: link.centre, p: link.patient } }));
  };
  useEffect(() => void read(), []);
  return (
    <>
      <AskForm link={link} onSent={() => void read()} />
      <h2>{words.yours}</h2>
      <p class="quiet">{words.onlyYours}</p>
      {outcome === undefined && <Waiting />}
      {outcome?.ok === false && <Failed failure={outcome.failure} onRetry={() => void read()} />}
      {outcome?.ok === true && outcome.value.items.length === 0 && <p>{words.none}</p>}
      {outcome?.ok === true && (
        <ul class="entries">
          {outcome.value.items.map((one) => (
            <Asked key={one.id} one={one} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Asking the centre for a review, for deletion or to withdraw, and its answers; also without the statement. */
export function RequestsPage(): VNode {
  const link = person.link.value;
  return (
    <Page title={rightsWords.requests.title} back="/" narrow>
      {link === undefined ? (
        <p>{diaryWords.noDiaries}</p>
      ) : (
        <>
          <DiaryChooser open={link} />
          <p>{rightsWords.requests.intro}</p>
          <Requests key={`${link.centre}/${link.patient}`} link={link} />
        </>
      )}
    </Page>
  );
}
