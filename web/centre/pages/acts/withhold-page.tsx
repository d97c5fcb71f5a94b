import type { VNode } from 'preact';
import { Notice } from '../../../shared/components/notice.tsx';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { centreSharing } from '../../../shared/words/en/centre-sharing.ts';
import { commonWords } from '../../../shared/words/en/common.ts';
import { entryText } from '../../model/entry-text.ts';
import { momentText } from '../../parts/day-text.ts';
import { OneEntry } from '../../parts/one-entry.tsx';
import { PatientAct } from '../../parts/patient-act.tsx';
import { WithholdForm } from '../../parts/withhold-form.tsx';

const words = centreSharing.withheld;

/** Withholds one entry from people or centres of the diary, or shows it again. */
export function WithholdPage({ params }: PageProps): VNode {
  const { p = '', month = '', id = '' } = params;
  return (
    <PatientAct patient={p} title={words.title} act="put-withheld">
      {(patient) => (
        <OneEntry patient={p} month={month} id={id} voidedToo>
          {(entry) => {
            const { what, when, detail } = entryText(entry);
            return (
              <>
                <p>
                  <strong>{what}</strong>, {when}
                  {detail !== '' && <span class="quiet"> {detail}</span>}
                </p>
                {entry.kind === 'treatment' && (
                  <Notice kind="warning">
                    <p>{words.dose}</p>
                  </Notice>
                )}
                <WithholdForm patient={patient} what="entry" about={id} />
              </>
            );
          }}
        </OneEntry>
      )}
    </PatientAct>
  );
}

/** The same for the home time zone: it tells where somebody is. */
export function WithholdZonePage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.zoneTitle} act="put-withheld">
      {(patient) => (
        <>
          <p>{words.zone}</p>
          <WithholdForm patient={patient} what="zone" about="home" />
        </>
      )}
    </PatientAct>
  );
}

/** The same for the addresses of the patient, or of one linked person. */
export function WithholdAddressPage({ params }: PageProps): VNode {
  const { p = '', of = '' } = params;
  return (
    <PatientAct patient={p} title={words.addressTitle} act="put-withheld">
      {(patient) => {
        const whose = patient.links.find(({ account }) => account === of)?.name;
        if (whose === undefined && of !== 'patient') return <p>{commonWords.notFoundText}</p>;
        return (
          <>
            <p>{whose === undefined ? words.ownAddress : words.addressOf(whose)}</p>
            <WithholdForm patient={patient} what="address" about={of} />
          </>
        );
      }}
    </PatientAct>
  );
}

/** The same for one line of the log. */
export function WithholdLinePage({ params }: PageProps): VNode {
  const { p = '', at = '', id = '' } = params;
  return (
    <PatientAct patient={p} title={words.lineTitle} act="put-withheld">
      {(patient) => (
        <>
          <p>{words.line(momentText(at))}</p>
          <WithholdForm patient={patient} what="log" about={id} at={at} />
        </>
      )}
    </PatientAct>
  );
}
