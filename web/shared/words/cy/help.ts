import type { helpWords } from '../en/help.ts';
import type { Translation } from '../translation.ts';

export const help: Translation<typeof helpWords> = {
  title: 'Help a chwynion',
  what: {
    title: 'Beth yw Haemdiary',
    texts: [
      'Dyddiadur yw Haemdiary i bobl ag anhwylder gwaedu a’r rhai sy’n gofalu amdanynt. Rydych yn ysgrifennu triniaethau a gwaediadau. Mae eich canolfan yn eu darllen.',
      'Nid yw’n rhoi cyngor am driniaeth. Nid gwasanaeth brys ydyw.',
    ],
  },
  emergency: 'A yw’n argyfwng?',
  emergencyText: 'Nid oes neb yn gwylio’r dudalen hon. Ffoniwch y gwasanaeth brys neu eich canolfan.',
  help: {
    title: 'Sut i gael help',
    texts: [
      'Ffoniwch eich canolfan. Gallan nhw eich helpu i fewngofnodi, dweud eich enw defnyddiwr wrthych, a chofnodi drosoch ar bapur.',
      'Mae’r rhif ar eich llythyrau apwyntiad. Ar ôl i chi fewngofnodi mae o dan Gosodiadau.',
    ],
    password: 'Wedi anghofio eich cyfrinair?',
    passwordLink: 'Dewis un newydd',
    offline: 'Dim signal? Gallwch gofnodi o hyd. Caiff ei gadw ar eich ffôn a’i anfon yn nes ymlaen.',
  },
  complain: {
    title: 'Sut i gwyno',
    centre:
      'Dywedwch wrth eich canolfan yn gyntaf. Nhw sy’n penderfynu am eich dyddiadur ac mae’n rhaid iddynt eich ateb.',
    authority:
      'A yw’n ymwneud â’ch data, ac nid yw’r ateb yn helpu? Gallwch hefyd gwyno wrth Swyddfa’r Comisiynydd Gwybodaeth (ICO), sy’n gwylio dros ddata yn y Deyrnas Unedig. Gallwch wneud hynny unrhyw bryd.',
    link: 'Sut i gwyno wrth yr ICO (ico.org.uk)',
    rights: 'Mae’r hyn a gadwn, a’ch hawliau, yn y datganiad preifatrwydd.',
  },
  access: {
    title: 'A all pawb ei ddefnyddio?',
    texts: [
      'Rydym am i bawb allu defnyddio Haemdiary. Dilynwn y rheolau o’r enw WCAG 2.2, lefel AA.',
      'Gallwch ei ddefnyddio gyda’r bysellfwrdd yn unig, gyda darllenydd sgrin, gyda thestun mawr, mewn lliwiau tywyll a gyda lliwiau eich dyfais.',
      'Rydym yn gwirio pob tudalen gyda rhaglen ac yn edrych arni ein hunain. Nid yw pobl sy’n defnyddio darllenydd sgrin bob dydd wedi gwirio’r cyfan eto.',
    ],
    display: 'Newid iaith, lliwiau a maint y testun',
    problem:
      'A oes rhywbeth ddim yn gweithio i chi? Dywedwch wrth eich canolfan. Byddant yn ei drosglwyddo i ni.',
    paper: 'Gallwch hefyd ofyn i’ch canolfan am ffurflenni papur.',
  },
};
