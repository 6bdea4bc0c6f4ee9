/** Debian's account for PostgreSQL. */
const OWNER = 'postgres';

/** A command and its arguments, as run by whoever may own a cluster: anybody but root, who lends it to `postgres`. */
export function asOwner(command: readonly string[], uid: number | undefined = process.getuid?.()): [string, string[]] {
  const [executable = '', ...args] =
    uid === 0 ? ['setpriv', '--reuid', OWNER, '--regid', OWNER, '--init-groups', ...command] : command;
  return [executable, args];
}
