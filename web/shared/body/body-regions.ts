import { BLEED_SITES, JOINT_SITES, MUSCLE_SITES, type BleedSite, type Side } from '#domain/vocabulary.ts';

export type BodyView = 'front' | 'back';

/** A place a bleed can have: joints and muscles come in pairs, the others have no side. */
export interface BodyPlace {
  readonly site: BleedSite;
  readonly side: Side;
}

export type BodyShape =
  | { readonly kind: 'ellipse'; readonly at: Point; readonly radius: Point }
  | { readonly kind: 'polygon'; readonly points: readonly Point[] };
type Point = readonly [x: number, y: number];

/** One shape on one view of the figure that stands for a place; a place may have several. */
export interface BodyRegion extends BodyPlace {
  readonly view: BodyView;
  readonly shape: BodyShape;
  /** Where a number stands in it. */
  readonly label: Point;
  /** Of all shapes of a place exactly one carries its number, so that nothing is counted twice. */
  readonly primary: boolean;
}

const oval = (x: number, y: number, rx: number, ry: number): BodyShape => ({
  kind: 'ellipse',
  at: [x, y],
  radius: [rx, ry],
});
const area = (...points: Point[]): BodyShape => ({ kind: 'polygon', points });

interface Drawn {
  readonly site: BleedSite;
  readonly shape: BodyShape;
  readonly label?: Point;
  /** The views it is on; its number stands on the first. */
  readonly views: readonly BodyView[];
  /** Carries no number: another shape of the place does, or the place is only where one would press for it. */
  readonly second?: boolean;
}

/** In the middle of the figure; later ones lie on top of earlier ones. */
const middle: readonly Drawn[] = [
  { site: 'head', shape: oval(100, 34, 20, 25), label: [100, 20], views: ['front', 'back'] },
  { site: 'nose', shape: oval(100, 36, 7, 7), views: ['front'] },
  { site: 'mouth', shape: oval(100, 51, 10, 6), views: ['front'] },
  { site: 'neck', shape: area([90, 63], [110, 63], [112, 79], [88, 79]), views: ['front', 'back'] },
  {
    site: 'chest',
    shape: area([72, 88], [128, 88], [132, 112], [130, 130], [70, 130], [68, 112]),
    views: ['front'],
  },
  {
    site: 'abdomen',
    shape: area([70, 133], [130, 133], [130, 168], [70, 168]),
    label: [78, 142],
    views: ['front'],
  },
  { site: 'gastrointestinal', shape: oval(100, 153, 16, 12), views: ['front'] },
  { site: 'urinary', shape: oval(100, 182, 10, 9), views: ['front'] },
];

/** On the half of the figure that the reader sees on the left; the other half is its mirror image. */
const paired: readonly Drawn[] = [
  {
    // Another muscle can be anywhere: one presses here for it, but no number says it was here.
    site: 'other-muscle',
    shape: area([49, 108], [62, 112], [57, 140], [44, 138]),
    views: ['front', 'back'],
    second: true,
  },
  {
    site: 'other-muscle',
    shape: area([72, 90], [97, 90], [97, 168], [70, 168]),
    views: ['back'],
    second: true,
  },
  { site: 'shoulder', shape: oval(59, 97, 11, 10), views: ['front', 'back'] },
  { site: 'elbow', shape: oval(47, 151, 10, 10), views: ['front', 'back'] },
  { site: 'forearm', shape: area([38, 164], [51, 166], [40, 195], [28, 193]), views: ['front', 'back'] },
  { site: 'wrist', shape: oval(32, 204, 8, 7), views: ['front', 'back'] },
  { site: 'finger-toe', shape: oval(29, 227, 9, 14), views: ['front', 'back'] },
  { site: 'finger-toe', shape: oval(73, 379, 11, 7), views: ['front', 'back'], second: true },
  { site: 'hip', shape: oval(67, 194, 7, 11), views: ['front'] },
  { site: 'iliopsoas', shape: oval(83, 191, 7, 11), views: ['front'] },
  { site: 'buttock', shape: oval(82, 199, 15, 16), views: ['back'] },
  { site: 'thigh', shape: area([62, 212], [94, 217], [89, 256], [67, 256]), views: ['front', 'back'] },
  { site: 'knee', shape: oval(78, 271, 12, 12), views: ['front', 'back'] },
  { site: 'calf', shape: area([65, 288], [91, 288], [87, 336], [70, 336]), views: ['back'] },
  { site: 'ankle', shape: oval(80, 354, 9, 10), views: ['front', 'back'] },
];

const WIDTH = 200;
const mirrored = ([x, y]: Point): Point => [WIDTH - x, y];
const mirroredShape = (shape: BodyShape): BodyShape =>
  shape.kind === 'ellipse'
    ? { ...shape, at: mirrored(shape.at) }
    : { ...shape, points: shape.points.map(mirrored) };

function middleOf({ points }: Extract<BodyShape, { kind: 'polygon' }>): Point {
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  return [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
}

const labelOf = ({ label, shape }: Drawn): Point =>
  label ?? (shape.kind === 'ellipse' ? shape.at : middleOf(shape));

const inTheMiddle = (drawn: Drawn): BodyRegion[] =>
  drawn.views.map((view, index) => ({
    site: drawn.site,
    side: 'none',
    view,
    shape: drawn.shape,
    label: labelOf(drawn),
    primary: index === 0,
  }));

/** The reader's left is the figure's right hand from the front, and its left hand from behind. */
const onBothHalves = (drawn: Drawn): BodyRegion[] =>
  drawn.views.flatMap((view, index): BodyRegion[] => {
    const common = { site: drawn.site, view, primary: index === 0 && drawn.second !== true };
    const label = labelOf(drawn);
    return [
      { ...common, side: view === 'front' ? 'right' : 'left', shape: drawn.shape, label },
      {
        ...common,
        side: view === 'front' ? 'left' : 'right',
        shape: mirroredShape(drawn.shape),
        label: mirrored(label),
      },
    ];
  });

/** Every region of both views, in the order they are drawn and walked through with the arrow keys: head to foot. */
export const BODY_REGIONS: readonly BodyRegion[] = [
  ...middle.flatMap(inTheMiddle),
  ...paired.flatMap(onBothHalves),
];

const drawnSites = new Set<BleedSite>(BODY_REGIONS.map(({ site }) => site));

/** Sites that no part of a figure shows (skin, menstrual, other …): they are offered and counted beside it. */
export const SITES_BESIDE_THE_BODY: readonly BleedSite[] = BLEED_SITES.filter(
  (site) => !drawnSites.has(site),
);

const pairedSites: ReadonlySet<string> = new Set<string>([...JOINT_SITES, ...MUSCLE_SITES]);

/** The sides a place can have in a question: joints and muscles have two, everything else none. */
export const sidesOf = (site: BleedSite): readonly Side[] =>
  pairedSites.has(site) ? ['left', 'right'] : ['none'];

/** One text for a place, for maps and keys: `knee/left`. */
export const placeKey = ({ site, side }: BodyPlace): string => `${site}/${side}`;
