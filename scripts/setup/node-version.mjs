const OLDEST = [20, 19];

/** The sentence to say to a Node that is too old, or undefined. */
export function nodeFault(version) {
  const [major, minor] = version.split('.').map(Number);
  const fine = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return fine ? undefined : `Node ${OLDEST.join('.')} or newer is needed; this is Node ${version}.`;
}
