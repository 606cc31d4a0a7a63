/** One side of a pipe. */
export interface Talk {
  /** Takes a line of input; what it returns is waited for before the end. */
  take(line: string): Promise<void>;
  /** Says why a line cannot be taken. */
  refuse(why: string): void;
}
