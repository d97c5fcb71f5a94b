/**
 * What the passwords that leaked most often are made of, lower case, without digits. Written down by us from what is
 * generally known of such lists: no list was copied.
 */
const COMMON = `
  password passwort passw0rd pass word letmein welcome admin administrator login master secret changeme default
  iloveyou loveyou lovely love forever sunshine princess prince dragon monkey shadow superman batman spiderman
  starwars trustno pokemon naruto minecraft fortnite computer internet samsung google facebook youtube whatever nothing
  football baseball basketball hockey soccer liverpool arsenal chelsea barcelona manchester united everton rangers celtic
  michael jordan michelle jennifer jessica ashley charlie thomas daniel andrew joshua matthew robert george william
  jonathan christopher nicholas alexander victoria elizabeth hannah samantha amanda nicole natasha patrick anthony
  summer winter autumn spring monday friday january february march april june july august september october november
  december london england scotland ireland america germany deutschland france butterfly chocolate banana orange purple
  yellow silver golden diamond flower rainbow angel angels babygirl babyboy baby family mother father sister brother
  mylove jesus christ heaven godislove blessed freedom ginger pepper cookie cheese buster tigger snoopy garfield mickey
  mustang ferrari porsche mercedes corvette harley hunter ranger killer matrix phoenix hello goodbye please thankyou
  abc abcd qwerty qwertz azerty asdf zxcv test tester testing guest user account access system server security
`;
/** What is ours: the first thing that somebody would try here. */
const OURS = ['haemdiary', 'haemophilia', 'hemophilia', 'haem', 'factor', 'diary', 'treatment'];
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmik',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
const FOLDS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const byLength = (one: string, other: string): number => other.length - one.length;
const WORDS = [...COMMON.trim().split(/\s+/), ...OURS].sort(byLength);
const reversed = (text: string): string => Array.from(text).reverse().join('');
const folded = (text: string): string => text.replaceAll(/[013457@$!]/g, (one) => FOLDS[one] ?? one);

/** Stretches of three or more of the alphabet or a keyboard's rows, either way, are no letters of anybody's own. */
const withoutRuns = (text: string): string => {
  const rows = RUNS.flatMap((row) => [row, reversed(row)]);
  let left = '';
  for (let at = 0; at < text.length;) {
    let long = 2;
    while (at + long < text.length && rows.some((row) => row.includes(text.slice(at, at + long + 1))))
      long += 1;
    const isRun = long > 2;
    left += isRun ? ' ' : text.charAt(at);
    at += isRun ? long : 1;
  }
  return left;
};

/** How many letters are left when everything that anybody would try is taken out. */
const ownLetters = (text: string, words: readonly string[]): number =>
  words.reduce((left, word) => left.replaceAll(word, ' '), text).replaceAll(/[^\p{L}]/gu, '').length;

/** Fewer letters of one's own than this are padding. */
const FEWEST = 4;

/**
 * Whether a password of the right length is one that is tried first (OWASP ASVS 6.2.4, 6.2.11): one short thing again and
 * again, a walk over the keyboard, or a common word, our own name or the person's, dressed up with digits and signs.
 * Made by rules, because lists of what leaked hold next to nothing of twelve characters that these don't find.
 */
export const isCommonPassword = (password: string, username: string): boolean => {
  const plain = password.toLowerCase();
  const isRepeated = /^(.{1,8}?)\1+.{0,3}$/su.test(plain);
  if (isRepeated || new Set(plain).size < 5) return true;
  const name = username.toLowerCase();
  const words = [...(name.length < 3 ? [] : [name, reversed(name)]), ...WORDS];
  const rest = withoutRuns(plain);
  return [rest, folded(rest), folded(plain)].some((text) => ownLetters(text, words) < FEWEST);
};
