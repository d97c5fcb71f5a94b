/** The diary an entry is typed for: of a patient here, or of one that another centre shares. */
export interface DiaryPlace {
  readonly patient: string;
  /** The other centre, which shares it. */
  readonly sharedBy?: string;
}
