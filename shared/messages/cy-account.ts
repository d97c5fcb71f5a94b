import type { AccountMails, SignInOf, WriteLetter } from './account-mails.ts';

/** What is mailed about an account itself. */
export const cyAccount = (letter: WriteLetter, signIn: SignInOf): AccountMails => ({
  'address-code': ({ site, code }) =>
    letter({
      subject: 'Eich cod',
      paragraphs: [
        'Rydych chi, neu rywun a deipiodd y cyfeiriad hwn, wedi gofyn am anfon e-bost yma. Mae’r ddolen yn agor y dudalen lle mae’r cod i’w roi. Mae’n ddilys am un diwrnod.',
        'Os nad chi oedd hynny, nid oes dim i’w wneud: heb y cod ni ddaw rhagor o e-bost yma.',
      ],
      code,
      link: { words: 'Rhoi’r cod', to: `${site}/address#${code}` },
    }),
  'address-changed': ({ site }) =>
    letter({
      subject: 'Newidiwyd eich cyfeiriad e-bost',
      paragraphs: [
        'Newidiwyd y cyfeiriad y mae e-bost eich cyfrif yn mynd iddo.',
        'Os nad chi oedd hynny, gosodwch gyfrinair newydd a ffoniwch eich canolfan ar unwaith: mae’r rhif ar eich llythyrau apwyntiad.',
      ],
      link: signIn(site),
    }),
  'password-changed': ({ site }) =>
    letter({
      subject: 'Newidiwyd eich cyfrinair',
      paragraphs: [
        'Mae gan eich cyfrif gyfrinair newydd. Cafodd dyfeisiau eraill eu hallgofnodi.',
        'Os nad chi oedd hynny, ffoniwch eich canolfan ar unwaith: mae’r rhif ar eich llythyrau apwyntiad.',
      ],
      link: signIn(site),
    }),
  'staff-password-changed': ({ site }) =>
    letter({
      subject: 'Newidiwyd eich cyfrinair',
      paragraphs: [
        'Mae gan eich cyfrif gyfrinair newydd. Cafodd dyfeisiau eraill eu hallgofnodi.',
        'Os nad chi oedd hynny, dywedwch wrth reolwr data yn eich canolfan ar unwaith.',
      ],
      link: signIn(site),
    }),
});
