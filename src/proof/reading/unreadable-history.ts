/** A history that is none of a close, or whose events do not have a close's form; one sentence for a person. */
export class UnreadableHistory extends Error {
  override readonly name = 'UnreadableHistory';
}
