import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type Language, LANGUAGES } from '#domain/languages.ts';
import { api } from '../../shared/api/api.ts';
import { newId } from '../../shared/api/new-id.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { session } from '../../shared/session/session.ts';
import { displayWords as words } from '../../shared/words/en/display.ts';
import { isolated } from '../../shared/words/isolated.ts';
import { languageCatalogue } from '../../shared/words/language-catalogue.ts';
import { listed } from '../../shared/words/listed.ts';
import { spokenLanguage } from '../../shared/words/spoken-language.ts';
import { display, TEXT_SIZES } from './display.ts';

const isMade = (language: Language): boolean => languageCatalogue[language].state !== 'to-be-made';
const stateWords = (language: Language): string =>
  languageCatalogue[language].state === 'source' ? words.source : words.awaitingReview;

function LanguageChoice(): VNode {
  const [chosen, choose] = useState<Language>(spokenLanguage());
  const [isRefused, refuse] = useState(false);
  const use = async (): Promise<void> => {
    const signedIn = session.state.value === 'signed-in';
    const kept = signedIn
      ? await api('set-preferences', { body: { mutationId: newId(), language: chosen } })
      : { ok: true };
    if (kept.ok || isRefused) display.speak(chosen);
    else refuse(true);
  };
  return (
    <>
      {isRefused && (
        <Notice kind="warning" live>
          {words.notKept}
        </Notice>
      )}
      <Radios
        id="language"
        label={words.language}
        hint={words.languageHint}
        value={chosen}
        error={undefined}
        onValue={(value) => {
          choose(LANGUAGES.find((language) => language === value) ?? 'en');
        }}
        choices={LANGUAGES.filter(isMade).map((language) => ({
          value: language,
          label: languageCatalogue[language].name,
          lang: language,
          hint: stateWords(language),
        }))}
      />
      <p>
        <button type="button" class="button" onClick={() => void use()}>
          {words.useLanguage}
        </button>
      </p>
      <p class="hint">
        {words.notYet(
          listed(
            LANGUAGES.filter((language) => !isMade(language)).map((language) =>
              isolated(languageCatalogue[language].name),
            ),
          ),
        )}
      </p>
    </>
  );
}

/** Language, theme and text size. Colours and size change at once; a language is a fresh page, so it has a button. */
export function DisplaySettings(): VNode {
  return (
    <>
      <p>{words.intro}</p>
      <LanguageChoice />
      <Radios
        id="theme"
        label={words.theme}
        value={display.theme.value}
        error={undefined}
        onValue={display.setTheme}
        choices={[
          { value: '', label: words.themes.system },
          { value: 'light', label: words.themes.light },
          { value: 'dark', label: words.themes.dark },
        ]}
      />
      <Radios
        id="text"
        label={words.text}
        hint={words.textHint}
        value={display.text.value}
        error={undefined}
        onValue={display.setText}
        choices={TEXT_SIZES.map((size) => ({
          value: size,
          label: size === '' ? words.textUsual : words.percent(Number(size)),
        }))}
      />
    </>
  );
}
