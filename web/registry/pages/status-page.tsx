import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import type { PageProps } from '../../shared/router/routes.tsx';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { registry } from '../../shared/words/en/registry.ts';
import { type ReadCentre, WithCentre } from '../parts/read-centre.tsx';
import { registryMe } from '../parts/registry-me.ts';

const words = registry.centre;

function StatusForm({ centre }: { readonly centre: ReadCentre }): VNode {
  const suspends = centre.status === 'active';
  const form = useForm({ reason: '' });
  const save = useAct('put-centre-status', form, namesOf({ reason: words.reason }));
  const submit = async (): Promise<void> => {
    const outcome = await save(({ mutationId }) => ({
      params: { c: centre.id },
      body: { mutationId, status: suspends ? 'suspended' : 'active', reason: form.values.reason },
    }));
    if (outcome.ok) goWith(`/centres/${centre.id}`, suspends ? words.suspended : words.reactivated);
  };
  return (
    <Form form={form} onSubmit={submit}>
      {suspends && <p>{words.suspendText}</p>}
      <TextField {...form.text('reason')} {...required(words.reason)} maxLength={300} />
      <Submit form={form} warning={suspends}>
        {suspends ? words.suspend : words.reactivate}
      </Submit>
    </Form>
  );
}

/** Suspends a centre, or makes it active again. */
export function StatusPage({ params }: PageProps): VNode {
  if (!registryMe.may('put-centre-status')) return <NotAllowed />;
  return (
    <WithCentre id={params['c'] ?? ''}>
      {(centre) => (
        <Page
          title={centre.status === 'active' ? words.suspendTitle : words.reactivateTitle}
          back={`/centres/${centre.id}`}
          backLabel={centre.name}
          narrow
        >
          <p>
            <strong>{centre.name}</strong>
          </p>
          <StatusForm centre={centre} />
        </Page>
      )}
    </WithCentre>
  );
}
