import type { VNode } from 'preact';
import type { PlanHistory } from '#contracts/stock.ts';
import { planInForce } from '#domain/plan.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { PaperChoices } from '../../shared/paper/paper-choices.tsx';
import type { PaperContent } from '../../shared/paper/paper-form.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { planWords } from '../../shared/words/en/plan.ts';
import { paperWords as words } from '../../shared/words/en/paper.ts';
import { DiaryChooser } from '../home/diary-chooser.tsx';
import { regimenWords } from '../plan/regimen-words.ts';
import { emergencyNumbers } from '../state/emergency-numbers.ts';
import { type DiaryLink, person } from '../state/me.ts';
import { months } from '../state/months.ts';

const contentOf = (link: DiaryLink, plans: PlanHistory['plans']): PaperContent => {
  const names = Object.assign({}, ...plans.map(({ products }) => products)) as Record<string, string>;
  const productName = (id: string): string => names[id] ?? id;
  // As last read, where it can be of no other centre: nothing of the diary is asked for only to print it.
  const centres = new Set((person.me.value?.diaries ?? []).map((one) => one.centre));
  const numbers = months.any.value?.centre ?? (centres.size === 1 ? emergencyNumbers.value : undefined);
  return {
    name: link.firstName,
    number: '',
    plans,
    planWords: (day) =>
      (planInForce(plans, day)?.regimens ?? []).map(
        (regimen) =>
          `${planWords.kind[regimen.kind]}: ${regimenWords(regimen, productName(regimen.productId))}`,
      ),
    productName,
    centre: link.centreName,
    emergencyPhone: numbers?.emergencyPhone ?? '',
  };
};

function PaperOf({ link }: { readonly link: DiaryLink }): VNode {
  const { centre: c, patient: p } = link;
  const { value, failure } = useCall('get-plans', { params: { c, p } });
  const today = value?.today ?? localNow(deviceZone()).day;
  if (value === undefined && failure === undefined) return <Waiting />;
  return (
    <>
      {value === undefined && (
        <div class="no-print">
          <Notice kind="warning">
            <p>{words.noPlan}</p>
          </Notice>
        </div>
      )}
      <PaperChoices known={contentOf(link, value?.plans ?? [])} today={today} why="paper" />
    </>
  );
}

/** Forms for somebody who would rather write, or is going where no phone works. */
export function PaperPage(): VNode {
  const link = person.link.value;
  return (
    <Page title={words.title} back="/settings">
      {link === undefined ? (
        <p>{diaryWords.noDiaries}</p>
      ) : (
        <>
          <div class="no-print">
            <DiaryChooser open={link} />
          </div>
          <PaperOf key={`${link.centre}/${link.patient}`} link={link} />
        </>
      )}
    </Page>
  );
}
