import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../shared/api/call.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { send } from '../../shared/api/send.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { router } from '../../shared/router/router.ts';
import { session } from '../../shared/session/session.ts';
import { centre } from '../../shared/words/en/centre.ts';
import { centreWorkplace as words } from '../../shared/words/en/centre-workplace.ts';
import { moveTo } from '../parts/move-to.ts';

type Place = Answer<'list-workplaces'>['items'][number];

interface State {
  readonly places?: readonly Place[];
  readonly failure?: Failure;
  readonly gone?: boolean;
}

function PlaceChoice({ place, onChoose }: { readonly place: Place; readonly onChoose: () => void }): VNode {
  const name = `workplace-${place.id}`;
  return (
    <li>
      <h2 id={name}>{place.name}</h2>
      <p>{centre.jobs[place.job]}</p>
      <button
        type="button"
        class={place.current ? 'button' : 'button button-second'}
        aria-describedby={name}
        onClick={onChoose}
      >
        {place.current ? words.stay : words.choose}
      </button>
    </li>
  );
}

/** The person's centres: the session moves to the chosen one, and the page begins afresh there. */
export function WorkplacePage(): VNode {
  const [{ places, failure, gone = false }, setState] = useState<State>({});
  const load = async (was: { readonly gone?: boolean } = {}): Promise<void> => {
    const outcome = await send('list-workplaces', { params: { audience: 'centre' } });
    setState(outcome.ok ? { places: outcome.value.items, ...was } : { failure: outcome.failure });
  };
  const choose = async (place: Place): Promise<void> => {
    if (place.current) {
      session.settle();
      router.go('/');
      return;
    }
    const refused = await moveTo(place.id);
    if (refused === undefined) return;
    if (refused.code === 'not-found') await load({ gone: true });
    else setState({ failure: refused });
  };
  useEffect(() => {
    void load();
  }, []);
  return (
    <Page title={words.title} narrow>
      {gone && <Notice kind="warning">{words.gone}</Notice>}
      {failure !== undefined && <Failed failure={failure} onRetry={() => void load()} />}
      {failure === undefined && places === undefined && <Waiting />}
      {places !== undefined && (
        <>
          <p>{places.length === 1 ? words.onlyOne : words.intro}</p>
          <ul class="plain-list">
            {places.map((place) => (
              <PlaceChoice key={place.id} place={place} onChoose={() => void choose(place)} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
