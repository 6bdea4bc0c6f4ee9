const LINE_EVERY_MS = 15_000;

/** What set-up is doing goes to stderr; stdout is for what was asked. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** One line that updates itself in a terminal; elsewhere a line now and then. */
export function progress() {
  let nextLine = Date.now() + LINE_EVERY_MS;
  const update = (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
    else if (Date.now() >= nextLine) {
      nextLine = Date.now() + LINE_EVERY_MS;
      say(text);
    }
  };
  const finish = () => process.stderr.isTTY && process.stderr.write('\r\u001b[2K');
  return { update, finish };
}
