import { flattenRequestSchema } from './flatten-request';
import type { FlattenRequest } from './flatten-request';
import { parseNamed } from '../schema-faults';
import type { Parsed } from '../schema-faults';

export type ParsedFlatten = Parsed<'request', FlattenRequest>;

/** Reads a request to flatten at the door. */
export const parseFlattenRequest = (candidate: unknown): ParsedFlatten =>
  parseNamed('request', flattenRequestSchema(), candidate);
