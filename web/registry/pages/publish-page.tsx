import type { VNode } from 'preact';
import type { Statement } from '#contracts/diary.ts';
import { newId } from '../../shared/api/new-id.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { localNow } from '../../shared/dates/days.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { registry } from '../../shared/words/en/registry.ts';
import { registryMe } from '../parts/registry-me.ts';
import {
  draftedEasyRead,
  easyReadErrors,
  type EasyReadDraft,
  easyReadDrafts,
  EasyReadFields,
} from '../parts/easy-read-fields.tsx';
import { type SectionDraft, SectionFields } from '../parts/section-fields.tsx';

const words = registry.statement;

interface Draft {
  readonly publishedOn: string;
  readonly changes: string;
  readonly sections: readonly SectionDraft[];
  readonly easyRead: readonly EasyReadDraft[];
}

const sectionsOf = (statement: Statement | undefined): readonly SectionDraft[] =>
  statement?.sections.map(({ heading, paragraphs }) => ({
    key: newId(),
    heading,
    text: paragraphs.join('\n\n'),
  })) ?? [{ key: newId(), heading: '', text: '' }];

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

function PublishForm({ current }: { readonly current: Statement | undefined }): VNode {
  const version = (current?.version ?? 0) + 1;
  const form = useForm<Draft>(() => ({
    publishedOn: localNow('Europe/London').day,
    changes: '',
    sections: sectionsOf(current),
    easyRead: easyReadDrafts(current),
  }));
  const save = useAct(
    'put-statement',
    form,
    namesOf({ changes: words.changesField, publishedOn: words.publishedOn }),
  );
  const { sections } = form.values;
  const submit = async (): Promise<void> => {
    const errors: Record<string, string> = easyReadErrors(form.values.easyRead);
    if (form.values.changes.trim() === '') errors['changes'] = words.changesEmpty;
    for (const [index, { heading, text }] of sections.entries()) {
      if (heading.trim() === '' || text.trim() === '')
        errors[`sections-${String(index)}-heading`] = words.sectionEmpty;
    }
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params: { version: String(version) },
      body: {
        mutationId,
        publishedOn: form.values.publishedOn,
        changes: form.values.changes.trim(),
        sections: sections.map(({ heading, text }) => ({
          heading: heading.trim(),
          paragraphs: paragraphsOf(text),
        })),
        ...draftedEasyRead(form.values.easyRead),
      },
    }));
    if (outcome.ok) goWith('/statement', words.saved(version));
  };
  return (
    <Form form={form} onSubmit={submit}>
      <Notice kind="warning" title={words.publishTitle(version)}>
        <p>{words.publishIntro}</p>
      </Notice>
      <TextField {...form.text('publishedOn')} {...required(words.publishedOn)} type="date" width={10} />
      <TextArea {...form.text('changes')} {...required(words.changesField)} maxLength={1000} />
      {sections.map((section, index) => (
        <SectionFields
          key={section.key}
          section={section}
          index={index}
          errors={form.errors}
          onChange={(part) => {
            form.set({
              sections: sections.map((one) => (one.key === section.key ? { ...one, ...part } : one)),
            });
          }}
          onRemove={
            sections.length === 1
              ? undefined
              : () => {
                  form.set({ sections: sections.filter(({ key }) => key !== section.key) });
                }
          }
        />
      ))}
      <div class="buttons">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            form.set({ sections: [...sections, { key: newId(), heading: '', text: '' }] });
          }}
        >
          {words.add}
        </button>
      </div>
      <EasyReadFields
        parts={form.values.easyRead}
        errors={form.errors}
        onParts={(easyRead) => {
          form.set({ easyRead });
        }}
      />
      <Submit form={form}>{words.submit(version)}</Submit>
    </Form>
  );
}

/** Writes the next version of the privacy statement, starting from the one in force. */
export function PublishPage(): VNode {
  const reading = useCall('get-statement', {});
  if (!registryMe.may('put-statement')) return <NotAllowed />;
  const ready = reading.value !== undefined || reading.failure?.code === 'not-found';
  return (
    <Page title={words.publish} back="/statement" backLabel={words.title} narrow>
      {ready ? (
        <PublishForm current={reading.value} />
      ) : reading.failure === undefined ? (
        <Waiting />
      ) : (
        <Failed failure={reading.failure} onRetry={() => void reading.again()} />
      )}
    </Page>
  );
}
