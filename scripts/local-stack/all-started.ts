/** What all came to. A fault is thrown only once the others have started or failed too, so that whoever then stops them misses none. */
export async function allStarted<Started extends readonly unknown[]>(starting: {
  readonly [Key in keyof Started]: Promise<Started[Key]>;
}): Promise<Started> {
  await Promise.allSettled(starting);
  return Promise.all(starting);
}
