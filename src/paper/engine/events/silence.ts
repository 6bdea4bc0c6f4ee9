/** The venue will not answer this request at all. */
export class Silence extends Error {}
