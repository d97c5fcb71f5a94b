// Runs before anything is drawn, so that nobody sees the page in another language, direction, theme or size first.
// The build puts in which languages there are, which way each runs, and the files of the pages that come first.
{
  const root = document.documentElement;
  const directions = { LANGUAGES: 'ltr' };
  const kept = (name) => localStorage.getItem(`haemdiary-${name}`);
  const wanted = [kept('language') ?? '', ...navigator.languages].map((tag) => tag.split('-')[0]);
  const spoken = wanted.find((tag) => Object.hasOwn(directions, tag)) ?? 'en';
  root.lang = spoken === 'en' ? 'en-GB' : spoken;
  root.dir = directions[spoken] ?? 'ltr';
  for (const name of ['theme', 'text']) {
    const value = kept(name);
    if (value !== null) root.dataset[name] = value;
  }
  // Fetched beside the entry instead of after it.
  if (['/', '/sign-in'].includes(location.pathname)) {
    for (const href of kept('diary-session') === null ? ['SIGN_IN'] : ['HOME']) {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
    }
  }
}
