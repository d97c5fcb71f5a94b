// Runs before anything is drawn, so that nobody sees the page in another language, direction, theme or size first.
// The build puts in the languages, which way each runs and the files of its words, and the files of first pages.
{
  const root = document.documentElement;
  const languages = { LANGUAGES: ['ltr'] };
  const pages = { PAGES: [''] };
  const kept = (name) => localStorage.getItem(`haemdiary-${name}`);
  const wanted = [kept('language') ?? '', ...navigator.languages].map((tag) => tag.split('-')[0]);
  const spoken = wanted.find((tag) => Object.hasOwn(languages, tag)) ?? 'en';
  const [direction, ...words] = languages[spoken] ?? ['ltr'];
  root.lang = spoken === 'en' ? 'en-GB' : spoken;
  root.dir = direction;
  for (const name of ['theme', 'text']) {
    const value = kept(name);
    if (value !== null) root.dataset[name] = value;
  }
  const path = location.pathname === '/sign-in' ? '/' : location.pathname;
  const isNew = path === '/' && kept('diary-session') === null;
  const first = isNew ? [] : (pages[path] ?? []);
  // The sign-in that stands in the document is what they will see, and in their language.
  if (isNew && spoken === 'en') root.dataset.drawn = '';
  // Fetched beside the entry instead of after it.
  for (const href of [...words, ...first]) {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }),
    );
  }
}
