import { amount } from './decimal';
import type { Amount } from './decimal';
import { refusal } from './refusal';
import { readWireId } from './wire-id';
import type { World } from './world';

/** Request parameters, percent-decoded; a name in both query and body keeps the query's value. */
export type Params = Readonly<Record<string, string>>;

const DECIMAL = /^-?[0-9]{1,20}(\.[0-9]{1,20})?$/;
const INTEGER = /^[0-9]{1,20}$/;

/** Empty counts as not sent. */
export const optional = (params: Params, name: string): string | undefined => params[name] || undefined;

export const mandatory = (params: Params, name: string): string => {
  const value = optional(params, name);
  if (value === undefined) throw refusal('-1102', name);
  return value;
};

const legal = (pattern: RegExp, name: string, value: string): string => {
  if (!pattern.test(value)) throw refusal('-1100', name, pattern.source);
  return value;
};

export const optionalDecimal = (params: Params, name: string): Amount | undefined => {
  const value = optional(params, name);
  return value === undefined ? undefined : amount(legal(DECIMAL, name, value));
};

export const mandatoryDecimal = (params: Params, name: string): Amount =>
  amount(legal(DECIMAL, name, mandatory(params, name)));

export const optionalInteger = (params: Params, name: string): number | undefined => {
  const value = optional(params, name);
  return value === undefined ? undefined : Number(legal(INTEGER, name, value));
};

export const optionalOrderId = (world: World, params: Params, name: string): number | undefined => {
  const value = optional(params, name);
  return value === undefined ? undefined : readWireId(world, legal(INTEGER, name, value));
};

export const mandatoryInteger = (params: Params, name: string): number =>
  Number(legal(INTEGER, name, mandatory(params, name)));

export const optionalFlag = (params: Params, name: string): boolean | undefined => {
  const value = optional(params, name)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value !== 'true' && value !== 'false') throw refusal('-1130', name);
  return value === 'true';
};

/** Between startTime and endTime, both included; either may be missing. */
export const isWithin = (params: Params, moment: number): boolean =>
  moment >= (optionalInteger(params, 'startTime') ?? 0) && moment <= (optionalInteger(params, 'endTime') ?? Infinity);
