import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { needsEmergencyPrompt } from '#domain/emergency.ts';
import { BLEED_CAUSE_IDS, BLEED_SEVERITIES, BLEED_SITE_GROUPS, BLEED_SITES } from '#domain/vocabulary.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import type { Errors } from '../../shared/forms/use-form.ts';
import { bleedWords as words } from '../../shared/words/en/bleed.ts';
import { entryWords } from '../../shared/words/en/entry.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { EmergencyNotice } from '../parts/emergency-notice.tsx';
import { BodyChoice } from './body-choice.tsx';
import { type BleedValues, hasSide } from './bleed-values.ts';

interface Props {
  readonly values: BleedValues;
  readonly set: (change: Partial<BleedValues>) => void;
  readonly errors: Errors;
  /** Before every field's id: empty, or `newBleed-` inside a treatment. */
  readonly prefix?: string;
  readonly view: MonthView;
}

const siteGroups = () =>
  BLEED_SITE_GROUPS.map(({ id, sites }) => ({
    label: vocabularyWords.siteGroup[id],
    choices: sites.map((site) => ({ value: site, label: entryWords.site[site] })),
  }));
const causes = () => BLEED_CAUSE_IDS.map((cause) => ({ value: cause, label: vocabularyWords.cause[cause] }));
const severities = () =>
  BLEED_SEVERITIES.map((severity) => ({
    value: String(severity),
    label: vocabularyWords.severity[severity],
  }));
const pains = Array.from({ length: 11 }, (_, pain) => ({ value: String(pain), label: String(pain) }));
const sides = () =>
  (['left', 'right'] as const).map((side) => ({
    value: side,
    label: entryWords.side[side],
  }));

/** What a bleed is: place, side, cause, how bad, pain. The emergency prompt comes at once where it may be needed. */
export function BleedFields({ values, set, errors, prefix = '', view }: Props): VNode {
  const isEmergency = needsEmergencyPrompt(
    {
      site: BLEED_SITES.find((site) => site === values.site),
      severity: BLEED_SEVERITIES.find((severity) => String(severity) === values.severity),
    },
    view.emergencySites,
  );
  const bind = (name: 'site' | 'side' | 'cause' | 'severity' | 'pain') => ({
    id: `${prefix}${name}`,
    value: values[name],
    error: errors[`${prefix}${name}`],
    onValue: (value: string) => {
      set({ [name]: value });
    },
  });
  return (
    <>
      <BodyChoice values={values} set={set} />
      <SelectField {...bind('site')} label={words.site} none={words.chooseSite} groups={siteGroups()} />
      {hasSide(values.site) && <Radios {...bind('side')} label={words.side} choices={sides()} inline />}
      <Radios {...bind('severity')} label={words.severity} choices={severities()} />
      {isEmergency && <EmergencyNotice centreName={view.centre.name} phone={view.centre.emergencyPhone} />}
      <Radios {...bind('cause')} label={words.cause} choices={causes()} />
      <SelectField {...bind('pain')} label={words.pain} none={words.painNone} choices={pains} optional />
    </>
  );
}
