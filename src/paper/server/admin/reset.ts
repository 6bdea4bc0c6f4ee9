import { SETTING_WORDS } from '../../engine/settings';
import type { Settings } from '../../engine/settings';
import { VISIBILITY_DELAY_MAX_MS } from '../../engine/history';
import type { Venue, VenueOptions } from '../venue';
import { readDecimal, readFields, readInteger, readWord, refuseOthers } from './fields';
import type { Fields } from './fields';

const WORLD_FIELDS = ['seed', 'mode', 'symbols', 'balance'];
const DURATIONS = ['visibilityDelayMs', 'fillDelayMs', 'triggerDelayMs'];
const SKEW_MAX_MS = 24 * 60 * 60 * 1000;
const SETTING_FIELDS = [...Object.keys(SETTING_WORDS), ...DURATIONS, 'clockSkewMs'];
const SYMBOLS_MAX = 10_000;

const given = <T>(fields: Fields, name: string, read: (value: unknown, name: string) => T): Record<string, T> =>
  fields[name] === undefined ? {} : { [name]: read(fields[name], name) };

export const readSettings = (fields: Fields): Partial<Settings> =>
  Object.assign(
    {},
    ...Object.entries(SETTING_WORDS).map(([name, words]) =>
      given(fields, name, (value) => readWord<string>(value, name, words)),
    ),
    ...DURATIONS.map((name) => given(fields, name, (value) => readInteger(value, name, 0, VISIBILITY_DELAY_MAX_MS))),
    given(fields, 'clockSkewMs', (value, name) => readInteger(value, name, -SKEW_MAX_MS, SKEW_MAX_MS)),
  ) as Partial<Settings>;

const readOptions = (fields: Fields): VenueOptions => ({
  ...given(fields, 'seed', (value, name) => readInteger(value, name, 0)),
  ...given(fields, 'symbols', (value, name) => readInteger(value, name, 1, SYMBOLS_MAX)),
  ...given(fields, 'mode', (value, name) => readWord(value, name, ['one-way', 'hedge'])),
  ...given(fields, 'balance', (value, name) => readDecimal(value, name).toFixed()),
  settings: readSettings(fields),
});

/** A fresh world: no positions, orders, faults or audit lines of the old one. */
export const reset = (venue: Venue, body: unknown): unknown => {
  const fields = readFields(body ?? {});
  refuseOthers(fields, [...WORLD_FIELDS, ...SETTING_FIELDS]);
  venue.reset(readOptions(fields));
  return { reset: true };
};

/** Changes how this world behaves from now on. */
export const changeSettings = (venue: Venue, body: unknown): unknown => {
  const fields = readFields(body);
  refuseOthers(fields, SETTING_FIELDS);
  venue.world.settings = { ...venue.world.settings, ...readSettings(fields) };
  return venue.world.settings;
};
