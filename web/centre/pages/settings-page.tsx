import type { VNode } from 'preact';
import type { Centre, StaffMe } from '#contracts/centre.ts';
import { Page } from '../../shared/components/page.tsx';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { Flash, goWith } from '../../shared/staff/flash.tsx';
import {
  policyBodyOf,
  policyDraftOf,
  policyErrors,
  policyPointers,
  policyWords,
} from '../../shared/staff/policy-draft.ts';
import { PolicyFields } from '../../shared/staff/policy-fields.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreSettings } from '../../shared/words/en/centre-settings.ts';
import { staff } from '../parts/staff.ts';

const { contacts, policy: words } = centreSettings;

function Contacts({ centre }: { readonly centre: Centre }): VNode {
  return (
    <>
      <h2>{contacts.title}</h2>
      <SummaryList
        rows={[
          [contacts.name, centre.name],
          [contacts.email, centre.email],
          [contacts.phone, <PhoneLink key="phone" phone={centre.phone} />],
          [contacts.emergencyPhone, <PhoneLink key="emergency" phone={centre.emergencyPhone} />],
          [
            contacts.address,
            <span key="address" class="lines" dir="auto">
              {centre.address}
            </span>,
          ],
          [contacts.zone, centre.zone.replaceAll('_', ' ')],
        ]}
      />
      <p class="quiet">{contacts.note}</p>
    </>
  );
}

function PolicyForm({ me }: { readonly me: StaffMe }): VNode {
  const form = useForm(() => policyDraftOf(me.centre.policy));
  const save = useAct('put-policy', form, policyWords, policyPointers);
  const mayChange = staff.may('put-policy');
  const submit = async (): Promise<void> => {
    const errors = policyErrors(form.values);
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      body: { mutationId, policy: policyBodyOf(form.values) },
      version: me.centre.version,
    }));
    if (!outcome.ok) return;
    staff.me.value = { ...me, centre: outcome.value };
    goWith('/settings', words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <fieldset class="bare" disabled={!mayChange}>
        <legend class="visually-hidden">{words.title}</legend>
        <PolicyFields form={form} />
      </fieldset>
      {mayChange ? <Submit form={form}>{words.submit}</Submit> : <p class="quiet">{words.readOnly}</p>}
    </Form>
  );
}

/** How the centre is reached, and its recording policy. */
export function SettingsPage(): VNode {
  const me = staff.me.value;
  return (
    <Page title={centreSettings.title}>
      <Flash />
      {me !== undefined && (
        <div class="form-groups">
          <div>
            <Contacts centre={me.centre} />
          </div>
          <PolicyForm key={me.centre.version} me={me} />
        </div>
      )}
    </Page>
  );
}
