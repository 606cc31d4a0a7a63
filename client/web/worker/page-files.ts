/** What a page of one version is made of. */
export interface PageFiles {
  /** Goes by what is in all of it. */
  readonly version: string;
  /** The paths of its scripts and style sheets, whose names go by what is in them. */
  readonly parts: readonly string[];
  /** And of what keeps its name. */
  readonly extras: readonly string[];
}
