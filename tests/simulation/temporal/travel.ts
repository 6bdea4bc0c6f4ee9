/** As everything looks that has been through a payload. */
export const travel = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
