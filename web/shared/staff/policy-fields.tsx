import type { VNode } from 'preact';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { BLEED_SITE_GROUPS, type BleedSite } from '#domain/vocabulary.ts';
import { Checkbox } from '../forms/checkbox.tsx';
import { Fieldset } from '../forms/fieldset.tsx';
import { TextField } from '../forms/text-field.tsx';
import type { FormModel } from '../forms/use-form.ts';
import { centreSettings } from '../words/en/centre-settings.ts';
import { centreVocabulary } from '../words/en/centre-vocabulary.ts';
import { required } from './asked.tsx';
import { POLICY_DAYS, type PolicyDraft } from './policy-draft.ts';

const words = centreSettings.policy;

function Sites({ form }: { readonly form: FormModel<PolicyDraft> }): VNode {
  const { emergencySites } = form.values;
  const set = (site: BleedSite) => (checked: boolean) => {
    const others = emergencySites.filter((other) => other !== site);
    form.set({ emergencySites: checked ? [...others, site] : others });
  };
  return (
    <Fieldset
      id="emergencySites"
      label={words.emergencySites.label}
      hint={words.emergencySites.why}
      error={form.errors['emergencySites']}
    >
      {BLEED_SITE_GROUPS.map((group) => (
        <div
          key={group.id}
          class="site-group"
          role="group"
          aria-label={centreVocabulary.siteGroups[group.id]}
        >
          {group.sites.map((site) => (
            <Checkbox
              key={site}
              id={`emergencySites-${site}`}
              label={centreVocabulary.sites[site]}
              checked={emergencySites.includes(site)}
              onChecked={set(site)}
            />
          ))}
        </div>
      ))}
    </Fieldset>
  );
}

/** The recording policy's fields; each says what is usual. */
export function PolicyFields({ form }: { readonly form: FormModel<PolicyDraft> }): VNode {
  return (
    <>
      {POLICY_DAYS.map((key) => {
        const { label, why } = words[key];
        const labels = required({ label, why: `${why} ${words.usual(defaultPolicy[key])}` });
        return <TextField key={key} {...form.text(key)} {...labels} inputMode="numeric" width={3} />;
      })}
      <Checkbox
        {...form.flag('matchByClass')}
        label={words.matchByClass.label}
        hint={words.matchByClass.why}
      />
      <Sites form={form} />
    </>
  );
}
